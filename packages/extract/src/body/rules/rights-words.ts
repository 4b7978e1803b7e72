/** That all rights are somebody's, in the languages of many publishers: alternatives of a pattern. */
export const RESERVED =
  'all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|(?:جميع|كل|كافة) الحقوق محفوظة|все права (?:защищены|сохранены)|усі права захищені|tüm hakları saklıdır|(?:تمام|تمامی|همه|کلیه) حقوق.{0,24}محفوظ|alle rechten voorbehouden|wszelkie prawa zastrzeżone|alla rättigheter förbehållna';
