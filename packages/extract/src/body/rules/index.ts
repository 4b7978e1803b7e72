import { dropBoxes } from './drop-boxes.ts';
import { dropByline } from './drop-byline.ts';
import { dropCalls } from './drop-calls.ts';
import { dropCaptions } from './drop-captions.ts';
import { dropComments } from './drop-comments.ts';
import { dropControls } from './drop-controls.ts';
import { dropCopies } from './drop-copies.ts';
import { dropForms } from './drop-forms.ts';
import { dropFurniture } from './drop-furniture.ts';
import { dropGalleries } from './drop-galleries.ts';
import { dropHeadlineLists } from './drop-headline-lists.ts';
import { dropHidden } from './drop-hidden.ts';
import { dropLabelledBoxes } from './drop-labelled-boxes.ts';
import { dropLeads } from './drop-leads.ts';
import { dropLineNumbers } from './drop-line-numbers.ts';
import { dropLives } from './drop-lives.ts';
import { dropLoneHeading } from './drop-lone-heading.ts';
import { dropLoneLabel } from './drop-lone-label.ts';
import { dropNavigation } from './drop-navigation.ts';
import { dropNextArticles } from './drop-next-articles.ts';
import { dropNotices } from './drop-notices.ts';
import { dropPageTools } from './drop-page-tools.ts';
import { dropPolls } from './drop-polls.ts';
import { dropPosts } from './drop-posts.ts';
import { dropPrompts } from './drop-prompts.ts';
import { dropResidue } from './drop-residue.ts';
import { dropServices } from './drop-services.ts';
import { dropShelves } from './drop-shelves.ts';
import { dropSideCells } from './drop-side-cells.ts';
import { dropSkipped } from './drop-skipped.ts';
import { dropTitle } from './drop-title.ts';
import { dropTrailingCards } from './drop-trailing-cards.ts';
import { dropUnprinted } from './drop-unprinted.ts';
import { dropVoices } from './drop-voices.ts';
import { dropWaysOut } from './drop-ways-out.ts';
import { keepBetween } from './keep-between.ts';
import { keepLead } from './keep-lead.ts';
import { keepNotes } from './keep-notes.ts';
import { keepUpdates } from './keep-updates.ts';
import { keepVerses } from './keep-verses.ts';
import { levelLists } from './level-lists.ts';
import type { Rule } from './rule.ts';

/** In the order they are applied. */
export const RULES: readonly Rule[] = [
  keepVerses,
  keepUpdates,
  keepLead,
  keepBetween,
  dropHidden,
  dropNextArticles,
  dropComments,
  dropPosts,
  dropVoices,
  dropForms,
  dropPolls,
  keepNotes,
  levelLists,
  dropControls,
  dropUnprinted,
  dropLineNumbers,
  dropSideCells,
  dropGalleries,
  dropCaptions,
  dropHeadlineLists,
  dropNavigation,
  dropServices,
  dropBoxes,
  dropTrailingCards,
  dropShelves,
  dropLabelledBoxes,
  dropLeads,
  dropCopies,
  dropCalls,
  dropPrompts,
  dropSkipped,
  dropResidue,
  dropTitle,
  dropPageTools,
  dropByline,
  dropWaysOut,
  dropNotices,
  dropFurniture,
  dropLives,
  dropLoneHeading,
  dropLoneLabel,
];
