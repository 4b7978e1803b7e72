import { foldName } from './fold-name.ts';
import { NAMES_BY_SCRIPT } from './given-names-by-script.ts';

/** Given names in Latin letters that many who write bear, in small letters. */
const LATIN = `
  aaron abbie abby abdelali abdelaziz abdelbaki abdelfattah abdelghani abdelhadi abdelhafid abdelhak abdelhakim
  abdelhalim abdelhamid abdelhay abdelilah abdeljabbar abdeljalil abdelkader abdelkarim abdelkrim abdellah abdellatif
  abdelmajid abdelmalek abdelmoumen abdelmounaim abdelmounim abdelouahab abdelouahed abdeltif abdelwahab abdelwaheb
  abdenbi abderazak abderrafie abderrahim abderrahmane abderrazak abdeslam abdessalam abdessamad abdesslam abdou abe
  abigail abir abla aboubacar aboubakr abraham absalom achille achour achraf ada adam addison adel adela adelaide
  adélaïde adele adèle adeline adelino adib adil adnan adnane adrian adriana adrien adrienne afaf afef afonso agatha
  agathe aghiles aglaé agnes agnès agnieszka agustin agustín ahlam ahlem ahmad ahmed ahmet aicha aïcha aida aïda aidan
  aiden aileen ailsa aimee aimen ainara ainhoa ainoa aisha aïssa aissam aïssata aitana aitor akli akram aksel alaa
  alain alaina alami alan alana alasdair alban albane albano albert alberto albrecht aldous alec aled alejandro alek
  aleksandar aleksandr aleksandra aleš alessandro alessia alex alexander alexandra alexandre alexandros alexei alexey
  alexis alf alfie alfonso alfred alfredo ali alice alicia alina aline aliou alioune alisa alisha alison alissa
  alistair alix allan allen allison allyson alma alonso alphonse althea alvaro álvaro alvin alyssa amadeu amadou amaia
  amal amancio amanda amandine amani amar amaury amaya amazigh amber ambroise ambrose amel amelia amelie amélie ameni
  ameur amílcar amina aminata amine amir amira amit amjad ammar amnay amos amparo amrita amy ana anaëlle anaïs anas
  anastasia anatole anatoly ancelin ander anders andré andrea andreas andrei andrej andres andrés andreu andrew
  andrzej andy anette angel ángel angela angèle angelica angelika angelina angélique angelo angharad angie angus
  aniket anil anir anis anissa anita anja anjali anke ankit anna annabel annabelle annalisa anne anne-marie annegret
  annelies anneliese annette annick annie annika anouar anouk ansel anselmo anthea anthony antía antje antoine
  antoinette anton antonella antonia antonin antonio antónio anupam anwar anxo aoife aouatif apolline arabella arantxa
  archana archibald archie arezki ari ariadna ariane ariel arij aristide arjun arlene arlo armand armelle arnau arnaud
  arne arnold aroa aroua arsène arslane arthur arturo arun arya ascensión ashish ashlee ashleigh ashley ashok ashton
  ashwin asier asif asma asmaa asmae assala assia astrid atef aubin aubrey audrey auguste augustin aurelia aurélie
  aurélien ava avery awa awatef axel axelle ayachi ayad ayat ayman aymen ayoub ayşe aysel ayten azeddine aziz aziza
  azucena azza azzeddine azzedine bachir badia badis badr badreddine bahar bahija bailey balkis baltasar baptiste barb
  barbara barış barnabé barnaby barney barry bartholomew bartolomé bartosz basil basile basilio basma bassem bastian
  bastien batoul beata beatrice beatrix beatriz beau becca bechir béchir becky begoña belén belgacem belinda belkacem
  bella ben benaouda beñat benedict benilde benito benjamin bennett benoit benoît bérangère bérénice berk bernadette
  bernard bernardo bernd bernhard bernie bert bertha bertie bertrand besma beth bethany betsy bettina betty betül
  beverley beverly beya bhavna bianca bilal bilel billy bintou birgit bjarne björn blaine blair blaise blake blanca
  blandine blodwen blythe bob bogdan bonnie boris borja boualam boualem bouazza boubacar boubker bouchaib bouchra
  boudjemaa boujemaa boujmaa boutaina bouthaina boutheina bouzid brad bradley brady brahim brais brandi brandon brandy
  braulio breixo brenda brendan brent brett brian briana brianna brice bridget bridgette bridie brigitte brittany
  brock brody bronwen brooke bruce bruna bruno bryan bryce bryn bryony burak burcu burkhard büşra byron caitlin caleb
  calista calixto callum calvin cameron camilla camille canan candace candela candice capucine cara carine carl carla
  carlo carlos carlota carly carmela carmen carmine carol carolin caroline carolyn carrie carsten carys casey
  cassandra cassidy cassie catalina catarina cathal catherina catherine cathleen cathrin cathy catriona cayetana cecil
  cecile cécile cecilia cecilie cecilio cedric cédric ceferino celeste célestin célestine celestino celia célia céline
  cem cemal cengiz ceren césar chaabane chafia chafik chahid chahinez chaïma chaimaa chaimâa chaimae chaker chakib
  chandler chandra chantal charaf charafeddine charfeddine charlene charlène charles charley charlie charlotta
  charlotte chawki chayma chaymae chedlia chedly cheikh chelsea cherie chérif cherifa cheryl chester chet chiara
  chihab chiheb chloe chokri chourouk chris christa christabel christelle christi christian christie christina
  christine christo christof christoph christopher christy chuck ciara cindy ciro claire clara clare clarence clarissa
  claude claudia clàudia claudio clayton cléa clélia clémence clement clément clemente clementine cléo clifford clint
  clinton clive clothilde clovis clyde colette colin coline colleen concetta concha conchita connie connor conor
  conrad cora coralie coraline cordelia corentin corey corinna corinne cormac cornelia cornelius cory cosmo coumba
  courtney craig cressida crispin cristian cristina cristóbal curro curt curtis cynthia cyprien cyrielle cyril cyrille
  cyrine cyrus dagmar dahbia dahlia dalal dalenda dalia dalila damaris dámaso damian damián damien damon dan dana
  dania danica daniel daniela daniele danielle danilo danny daphne daphné darcy daria dario darius darlene darrell
  darren darryl dave david davide dean deanna debbie deborah debra declan dee deepa deepak deirdre delia delilah della
  delphin delphine demba demetrios denis denise deniz dennis denny derek derya desiree desmond detlef devin devon
  dexter dhaker dheeraj dhia diana diane didier diego dieter dietmar digby diggory dilek dimitri dina dinah dinesh
  dionisio dirk divya djaffar djamal djamel djamila djibril djihane djilali dmitri dmitry dolores domingos dominic
  dominik dominika dominique domitille don donal donald donatella donatien donna donovan dora doreen doris dorothea
  dorothée dorothy dorra dorsaf douaa doug dougal douglas dounia dounya drew driss drusilla duane duarte duncan dustin
  duygu dwayne dwight dyhia dylan eamonn ebenezer ebru ece ed eda eddie edelmira edeltraud edgar edgardo edie edith
  edmée edmond edmund edna edoardo édouard eduardo edurne edward edwin edwina effie efraín ege eileen eirik elaina
  elaine eldon eleanor eleanora elena eleni éléonore eleuterio elhadi elhoussaine eli elia éliane elias elías élie
  elif elijah elin elina eliot elisa elisabeth élisabeth elise élise eliza elizabeth elke ella ellen elliot elliott
  ellis elmehdi elmer elmostafa elodie élodie éloi eloise éloïse elsa elsie elspeth elvira elyes emanuel emanuele emel
  émeline emerson emery emeterio emil émile emilia emiliano emilie émilie emilio emily emine emma emmanuel emmanuelle
  emmeline emmett emna emrah emre encarna encarnación eneko engin enid enis enoch enric enrico enrique enzo eoin
  ephraim erdem eren erhan eric ericka erik erika erin erkan erla ernest ernesto ernie erol errol ersin ervin erwan
  erwin esme esmeralda esmond esra essaid esteban estefanía estelle esther ethan ethel etienne étienne euan eudes
  eugen eugene eugenia eugénie eugenio eulalia eunice eusebio eva éva eva-maria evan evander evaristo evelin evelyn
  évelyne everard everett ewa ewan eylül ezekiel ezgi ezra fabian fabián fabien fabienne fabio fabiola fabrice
  fabrizio facundo fadel fadhel fadhila fadila fadoua fadwa fahim faiçal fairouz faïrouz faissal faïza fakhri falk
  fanny faouzi farah fares farès farhat farid farida faten fathi fatih fatiha fatim fatima fátima fatimaezzahra fatma
  fatou fatoumata faustine fayçal faycel federica federico fedoua fehmi felicia feliciano félicie félicien felicity
  felipe felix félix fella fenella fenja ferdaous ferdinand fergus ferhat ferid feriel fermín fern fernand fernanda
  fernando feten fethi fida fidel filip filipa filippo filiz finlay finn finnegan fiona fionnuala firas firdaous
  firmin flavie fletcher flora florence florent florian floriane floyd fouad fouzi fouzia franca frances francesca
  francesco francine francis francisca francisco franck franco francois françois françoise frank frankie franz fraser
  fred freda freddie freddy frederic frédéric frederica frederick frederik frédérique fredrik freya frieda friederike
  friedhelm friedrich fritz fulton furkan gabe gabi gabin gabriel gabriela gabriele gaëlle gaëtan gail galina gamze
  garazi gareth garrick gary gaspar gaspard gaston gatien gauthier gavin gawain gayle gemma genaro genevieve geneviève
  gennaro geoff geoffrey geoffroy georg george georgiana georgina georgios gerald gérald geraldine gérard gerardo gerd
  gerda gerhard geri germaine germán gerry gertrud gesa ghada ghaith ghalia ghalib ghania ghassan ghassane ghazi
  ghislain ghita ghizlaine ghizlane ghizlène ghofrane giacomo giancarlo gianluca gianna gianni gideon gil gilbert
  gilberto giles gilles gillian gina ginette gino giorgia giorgio giovanni gisela gisele gisèle gitta giulia giuliano
  giuseppe gizem gladys glenda glenn gloria godfrey gökçe gökhan gonçalo gonzalo gopal gordon gorka götz grace grady
  graham gráinne graziella greer greg grégoire gregor gregorio gregory greta griffith griselda guadalupe gudrun
  guenter guido guillaume guillermina guinevere gülay güler gülşah gunnar gunter günter günther gus gustave gustavo
  guy gwen gwenaëlle gwendal gwendolen gwendoline gwendolyn gwyneth habib habiba habibou hacène hachemi hadda hadj
  hadrien hafid hafida hafsa hafssa hager hailey haithem hajar hajer hakan hakim hakima hal hale haley halim halima
  haluk hamadi hamdi hamed hamid hamida hamidou hamish hammadi hammou hammouda hamou hamza hana hanaa hanane hande
  hanen hanene hank hanna hannah hannelore hannes hanno hans harald harish harlan harold haroun harriet harrison harry
  hartley hartmut harvey hasan hasna hasnaa hasnae hasni hassan hassania hassen hassiba hatem hatice hattie hauke
  hayat haydar hayden hayet hayley haythem hazal hazel heather hector héctor hedda hedi hédi hedwig heidi heike heiko
  heiner heinrich heinz hela héla hélder helen helena hélène helga helmut héloïse hend henda hendrik henning henri
  henrietta henriette henrik henry herb herbert heriberto herman hermann hermione hervé hester hiba hicham hichem
  higinio hilario hilary hilda hind hippolyte hiroshi hocine holger hollie holly honorine honorio horace horatio horst
  hortense hosni houari houcem houcine houda houneida houria houssam houssem houyem howard hssain hubert hugh hugo
  hugues humberto humphrey hüseyin hussein ian ianthe ibrahim ibrahima ibtihal ibtissam ida idder idir idris idriss
  idrissa ignace ignacia ignacio ignatius igor ihab iheb ihsane ihssane ikbel ikechukwu iker ikhlas ikhlass ikram
  ilaria ilham ilhem ilias ilker ilona ilse ilya ilyane ilyas ilyass ilyes imad imam iman imane imed imelda imen imène
  imke imogen imrane iñaki indira ines inès inês inga inge ingeborg ingmar ingo ingrid íñigo inmaculada insaf ipek
  irem irene irène iria irina iris irma irmgard irving irwin isaac isabel isabela isabella isabelle isadora isaiah
  isaure ishak isidore isidro iskander isla ismael ismaël ismahane ismail ismaïl isobel isolde issa issam issouf
  itziar iva ivan iván ivana ivanka ivar ivo ivor iwan izza jaafar jaâfar jaber jacinta jacinto jack jackie jaclyn
  jacob jacobo jacqueline jacques jade jaden jago jaime jakob jakub jalal jalila jamal james jamie jamila jan jana
  jane janelle janet janice janina janis janne jannik jannis janusz jaouad jaouher jared jaroslav jarrod jarvis jasmin
  jasmine jason jasper jaume javier jawad jayden jayne jean jeanne jeannie jed jeff jefferson jeffrey jelena jemima
  jen jenna jenni jennifer jenny jens jérémie jeremy jérémy jeroen jerome jérôme jerry jesper jess jessamy jesse
  jessica jessie jessika jesús jihad jihane jihen jilani jill jillian jim jimena jimmy jinane jo joachim joan joana
  joann joanna joanne joão joão-pedro joaquim joaquin joaquín jocasta jocelyn jocelyne jochen jodi jodie jody joe joel
  joël joëlle joey johan johann johanna johannes john johnny jolene jomaa jon jonah jonas jonás jonathan jonathon
  jonny joos joost jordan jordana jordi jörg jorge joris jörn jose josé joseba josefa josefina joseline josep joseph
  josephine joséphine josette josh joshua josiah josiane josie joss jotham joyce jozef juan juana juanita judd jude
  judicaël judith judy juergen julen jules julia julian julián julianna julianne julie julien juliet julieta julio
  julius jürg jürgen justin justine justyna jutta kaan kacem kaddour kader kadiatou kadir kahena kahina kai kais kaïs
  kaitlin kaitlyn kamal kamel kamil kamilia kaoutar kaouther kara karan karel karen karim karima karin karine karl
  karla karoline karsten kaspar kasper katarina katarzyna kate katelyn katharina katherine kathi kathleen kathrin
  kathryn kathy katie katja katrin katrina katy kawtar kawthar kawther kay kaya kayla keegan keira keith kelley kelli
  kelly kelsey kemal ken kenan kendall kendra kennedy kenneth kenny kenza kepa kerem kerri kerry kerstin kevan kevin
  kévin keziah khadem khadidja khadija khady khaireddine khaled khalid khalil khalissa khaoula khawla khayam kheira
  kheireddine khemais khouloud kiera kieran kiley kilian kimberley kimberly kiran kirk kirsten kirsty kjell klara
  klaus koldo konrad koray korbinian kristen kristi kristian kristie kristin kristina kristof kristy krystal krzysztof
  kübra kuldeep kurt kurtis kyla kyle kylie kyra laarbi laaziza lacey lachlan laetitia laëtitia lahbib lahcen
  lahoucine lahssen laia laila lakhdar lamia lamiaa lamiae lamine lamjed lamya lamyae lana lance lancelot larbi
  larissa larry lars lassaad lassad lasse laszlo latefa latéfa latifa laura laure laurel lauren laurence laurène
  laurent lauri laurie lauryn laverne lavinia lawrence lazhar lea léa leah leander léandre leandro leif leigh leila
  leïla leire leith leïth leland lena lennart lenny leo léon leona léonard leonardo leonid léonie leonor leonora
  léopold leroy lesley leslie leticia letícia lettice levent levi lewis lexi leyla liam liane libby lidia lieke
  liesbeth lila lilia lilian lillian lilly lily lina linda linus lionel lisa lisbeth lise lison lissa livia liz liza
  lizzie lloyd lluís loïc lois lola lonnie lora lorcan loredana loren lorena lorenzo loretta lori lorna lorraine lotfi
  lothar lottie lou louane loubaba loubna loui louis louisa louise lounès lounis lounja lourdes luana luann lubin
  lubna luc luca lucas lucasta lucca lucia lucía lucian luciana luciano lucie lucien lucienne lucile lucille lucinda
  lucius lucy ludger ludivine ludmila ludovic luigi luigina luis luísa luise lukas lukasz łukasz luke lula lurdes
  luther lutz lyazid lydia lyes lyle lylia lyna lynda lyndsey lynette lynn lynne lysander m'hamed maamar maati mabel
  mabrouka macarena mackenzie macy madeleine madeline madelyn madoc mads mae maël maëlle maëlys maeva maëva mafalda
  magali magda magdalena maggie magnus maha mahaut mahdi maher mahesh mahfoud mahmoud mahrez maike maïlys máire maissa
  maite maja majda majdi majida makayla makram malachi malak malcolm malek malha malik malika malin mallory malo malte
  mamadou mamoun manal mandeep mandy manel manfred manon mansour manuel manuela mara marc marceau marcel marcela
  marcelino marcella marcelle marcello marci marcia márcia marcin marco marcos marcus marek maren marga margaret
  margarida margarita margaux margit margo margot margrit marguerite maria maría mariam mariama marian mariana
  marianne mariano maribel maricel marie marieke mariel mariela marielle marilyn marina mario marion marisa marisol
  marissa marit maritza marius marjolein marjorie mark markel markéta markus marla marleen marlene marlies marlon
  marnie maroua marouan marouane marsha marta marten martha martijn martin martín martina martine marty marvin marwa
  marwan marwane mary maryam maryann maryem maryse massimo massinissa massyl mateo matéo mathieu mathilde mathis
  matias matías matilda matilde matt matteo matthew matthias matthieu mattias mattie maud maura maureen maurice
  mauricio maurizio mauro mavis max maxence maxime maximilian maya mayas maymouna mayssa mayssam mbarek mbark mckenna
  mckenzie mebarka meera meg megan meghan mehdi mehmet mehrez meike meinrad mekki melanie mélanie melchior melchor
  melek melike melina mélina melinda melis melisande melissa mélissa meltem melvin mennad mercedes meredith meriam
  mériame meriem mériem meritxell merle merlin mert merve mervyn meryam meryem messaoud mesut metin meziane mhamed mia
  micaela micah michael michaela michal michel michele michelle mick mickaël mickey miguel miguel-ángel miguelina mika
  mikael mikaela mike mikel mikhail mikko mila milan mildred miled milena millicent millie milo milos miloud milton
  mindy minna minnie mira mirabel miranda mireia mireille miriam mirjam mirko misha missy mitch mitchell modou moemen
  moez moha mohamed mohammadi mohammed mohan mohand mohcine mohieddine mohit mohsen mohssine moira moisés mokhtar
  mokrane moktar molly mona moncef moncif mondher mongi mongia monia monica mónica monique montassar montse montserrat
  monty morad morag morgan morgane moritz morten morwenna moses mostafa mouad mouadh mouhamed mouhand mouhcine moulay
  mouldi mouloud moumouh mouna mounaim mounim mounir mourad mourtada moussa moussab moutaz murat muriel murray musa
  mustafa mustapha myfanwy mylène myles myra myriam myrna myrtle nabiha nabil nabila nacer nacera nacéra naceur nacho
  nada nadège nader nadhir nadia nadine nadir nadja nadjet nadjia nadjib nafissa nahla naïla naim naïm naima naïma
  najat najet najib najiba najla najlaa najlae najoua najwa nancie nancy nanette naomi naoual naoufal naoufel narjiss
  nasser nassim nassima nassreddine natalia natàlia natalie natasha natasja nate nathalia nathalie nathan nathaniel
  naveen nawal nawfal nawfel naziha nazlı ndeye neal necati ned neha neil nejib nejla nejmeddine nekane nele nell
  nelly nerea nerys nesrin nesrine neus nevil neville nezha nia niall niamh nic nicanor nicéphore nicholas nick nicki
  nicky nico nicola nicolai nicolas nicolás nicole nicoletta nidhal niels nieves nigel nigella nihad nihal nihat nihel
  nikhil nikita nikki niklas niko nikola nikolai nikolaos nilay nilgün nils nina ninian ninja nirmal nisha nisrine
  nita nizar noah noam noé noel noelia noémie nolan noomen noor nora norbert norberto nordine noreen norma norman
  nouamane nouara noufissa nouhaila nouhayla nour noura noureddin noureddine nouredine noureeddine nourredine nouzha
  nuala nuno nuray nurcan nuri nuria núria octave octavia octavio odette odile oihane okan ola olaf olalla oleg
  oleksandr olena olfa olfat olga oliver olivia olivier olli ollie oluwaseun olwen omar omayma ombeline ömer ons onur
  oona ophelia ophélie orhan oriana oriane oriol orla orlando ornella orson osbert oscar óscar osman osric osvaldo
  oswald othman othmane otis ottilie otto ouadie ouafae ouail oualid ouarda ouardia ouassim oubeid ouiam ouiza oulaya
  oumaima oumar oumayma oumkaltoum oumnia ourida ousmane oussama oussema owain owen ozan özge özgür özlem pablo paco
  paddy padraig paige paloma pam pamela pancracio paola paolo parisa parvati pascal pascale pascoe pascual patricia
  patrick patrizia patsy patty patxi paul paula paulette pauli paulin pauline paulo pavel pavol pedro peggy pelin
  penelope pénélope penny pepa per percy peregrine perpetua perran perrine perry persephone petar pete peter petr
  petra petri phil philibert philip philippa philippe philippine phillip philomena philomène phineas phoebe phyllis
  pierce pierluigi piero pierre pierrick piers piet pieter pieternel pilar piotr pınar polly poppy portia pradeep
  pranav prasad pratik priscilla priya priyanka puja quentin quincy quinlan quitterie rabah rabha rabia rabiaa rabiâa
  rabie rabii rachael rachda rached rachel rachid rachida radek radhia radhouane radia radwan rae raed raef rafael
  rafaela rafal rafe raffaele rafik rafika rahal rahma rahul raimund raimundo rainer raj raja rajaa rajâa rajae rajesh
  rakesh ralf ralph ramazan ramdan ramdane ramesh ramiro ramon ramón ramona ramy ramzi randa randall randi randolph
  randy rania raouf raphael raphaël raquel rasmus ratiba raúl ravi rawda rayan rayane rayen rayhana raymond razane
  razika rebeca rebecca rebecka rebekah recep reda redha redouan redouane reg reggie regina regine régis reiner
  reinhard reinhold reka rémi remy rémy rena renata renate renato renaud rene renee renée reuben reyhan rhett rhiannon
  rhoda rhonda rhys riad riadh ricard ricardo riccardo richard rick ricky ridha rihab rihem rikke riley rim rime rina
  risa rishi rita ritu rıza rkia roald rob robbie robby robert roberto robertson robin robyn rocco rochdi rocío
  roderick rodger rodney rodolfo rodolphe rodrigo roel rogelio roger rogério rohan rohit róisín rokia roland rolf
  rollo romain roman román romane romilly romina romy ron ronald ronan ronda ronja ronnie roos rory rosa rosalía
  rosalie rosalind rosamund rosanna rosario roscoe rosemarie rosemary roser rosie ross roua rowan rowena roxane
  roxanne roy ruben rubén rudi rudolf rudy rufus rui rupal rupert ruperto russ russell ruth ruthie ryad ryan rym ryme
  ryne saad saâd saadia sabah sabela saber sabiha sabina sabine sabino sabri sabrina sabrine sacha sadek sadie sadik
  sadok safaa safae safia safouan safouane sagrario sahbi said saïd saida saïda sakina salah salaheddine salem salif
  saliha salim salima sallie sally salma salome salomé saloua salvador salvatore salwa sam samah samantha samar sami
  samia samiha samir samira sammy sampson samson samuel samy sanaa sanaâ sanae sander sandip sandra sandrine sandy
  sanja sanjay sanne santiago santosh saoussane sara sarah sarita sarra sascha sasha saskia sassi saturnino saul scott
  seamus sean seán seb sebastian sebastiano sébastien sébastienne seda sedat seddik ségolène seif seifeddine sékou
  selçuk selena séléna selim selima selin selina selma selwa selwyn semih şenay serap seraphina serdar serena serge
  sergi sergio sérgio serhii serkan seth séverin séverine sevgi sevil sextus seydou şeyma sghaier shana shane shanna
  shannon shari sharon shawn shawna sheena sheila shelby sheldon shelly sheri sherri sherry shirin shirley shona
  shreya shruti sian sibel sibyl sibylle sid sidney sienna sigmund signe sigrid sigurd siham sihem silas silke
  silvestre silvia simeon siméon simon simona simone sinan sinead sinem siobhan siobhán sioned siraj siri sirine siwar
  sixtine sjoerd skander skye skyler slaheddine slama slavko slim slimane smail sofia sofiane sofie sofien sofiene
  sofiène solange solène soline solomon sonda sondes songül sonia sónia sonja sönke sophia sophie soraya soren souad
  soufiane soufien soufyane souha souhail souhayla souheil souheila souhila soukaina soukaïna soukayna soulaimane
  souleymane soumia spencer stacey stacie stacy stan stanislas stanislav stanley stefan stefani stefania stefanie
  stefano steffen steffi stella stephan stéphane stephanie stéphanie stephen steve steven stew stewart stig stuart
  suat sue şule süleyman sunil suresh susan susana susann susanna susanne susie suzan suzanne suzi suzie sven svenja
  swati sybil sybille sylvain sylvaine sylvester sylvestre sylvia sylviane sylvie syrine tabea tabitha tadeo taha
  tahar taieb talitha tamara tamer tami tamim tammy tamsin tancrède tanguy tanja tanya taoufik taoufiq taous tara
  tarak tarek tarik tariq tarık tarquin taryn tasha tassadit tate tatiana tatjana tawfik tayeb taysir tayssir ted
  teddy teodoro teófilo terence teresa teresinha teri terrance terrence terri terry tess tessa thaddeus thaís thameur
  thanina thea thelma theo théo theodor theodora theodore théodore théophile theresa thibault thibaut thierno thierry
  thilo thiziri thom thomas thora thorben thorsten tia tiago tiffany tijani tilda tillmann tilman tilmann tim timo
  timon timothée timothy tina tinhinane tino tiphaine titouan tiziana tiziri tobi tobias tobin toby todd tolga tom
  tomás tomasz tommy tomos toni tonia tony tonya torben tore tori torquil torsten toufik touria tracey traci tracie
  tracy travis trent trevor trey tricia trina trish trisha tristan tristram trond troy trudi trudy tuba tudor tuğba
  tuncay turgut tyler tyrone tyson ufuk ugo uğur ulf uli ulla ulric ulrich ulrika ulrike ulysse umberto ümit umut una
  unai urs ursula ursule uschi usha ute uwe uxía uxue valdemar valentin valentín valentina valentine valentino valère
  valeria valerie valérie valerio vance vanesa vanessa vasily vedat veit velma venetia venkat vera verena verity
  vernon veronica verónica veronika véronique vesna vianney vicent vicente vicki vicky victor víctor victoria
  victorien viet vijay vikas vikram viktor viktoria vilma vinay vince vincent vincenzo viola violaine violeta virgil
  virginia virginie vitalij vito vivek vivian viviane vivien vivienne vlad vladimir volkan volker volodymyr wade wael
  wafa wafaa wafae wahib wahiba wahid wahida wail wajdi walae walid wallace wally walt walter waltraud wanda wandrille
  warda warren wassila wassim waylon wayne wejdane wenceslao wendell wendy werner wes wesley whitney wiam widad wided
  wiebke wijdane wilbur wilf wilfred wilfredo wilfried wilhelm wilhelmina willa willard willem willi william willie
  willy wilma wim winifred winnie winston wissal wissam wissame wojciech wolfgang woody wout wyatt wystan xabier xana
  xander xanthe xavi xavier xavière ximena ximo xoán yacine yacouba yadh yael yaël yağmur yahdih yahia yahya yamina
  yan yana yanis yaniss yann yannick yannis yaşar yasemin yasmin yasmina yasmine yasser yassin yassine yassir yavuz
  yazid yeliz yestin yidir yiğit yılmaz yohan yoko yolanda yolande yosef yosra yosri youcef younes younès youness
  younouss yousfi yousra yousria youssef youssra youssri ysolde yto yuba yuki yulia yunus yuri yusuf yvan yves yvette
  yvonne zac zacarías zach zacharie zachary zack zahia zahra zaida zaina zaineb zakaria zakariae zakariya zaki zakia
  zane zara zaynab zehra zeke zeki zelda zélie zena zéphyrin zeynep zhor ziad zied žiga zineb zineddine zinnia ziyad
  zoe zoé zoey zofia zohir zohour zohra zoltan zoubair zoubeir zoubida zouhair zouheir zoulikha zsolt zulema zyad`;

/** A line of two or three capitals may name a place too, and Arabic letters have none: what tells a person is the first name. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `${LATIN} ${NAMES_BY_SCRIPT}`.trim().split(/\s+/).map(foldName),
);
