"""Rules about pages as wholes: where they stand, how they are found, how old they are."""

from __future__ import annotations

from collections.abc import Iterator

from content.blocks import PageTarget, runs_in
from content.checks.rule import RuleContext
from content.findings import Finding, error, warning
from content.model import Page
from content.reading.contacts import PUBLISHABLE
from content.text import blocks_text
from content.tree import TreeNode, group_tree, page_ids, theme_tree

GLANCE_WORDS = 120  # what a worrying worker reads standing up


def page_stands_somewhere(context: RuleContext) -> Iterator[Finding]:
    """Each page has a theme and a child group, so that both trees hold it."""
    for head in context.library.heads.values():
        if context.blamed(head.id, "unknown-theme", "unknown-group"):
            continue
        if not head.themes:
            yield error(*context.page_field(head.id, "themes"), "unplaced", "The page stands in no theme.")
        if not head.groups:
            yield error(
                *context.page_field(head.id, "groups"), "unplaced", "The page stands in no child group."
            )


def page_can_be_reached(context: RuleContext) -> Iterator[Finding]:
    """A worker who only walks trees and follows links comes to each page."""
    library = context.library
    reached = set(_roots(context))
    waiting = sorted(reached)
    while waiting:
        head = library.heads[waiting.pop()]
        further = {*head.related, *_links(library.pages[head.id])} - reached
        reached |= further
        waiting += sorted(further)
    for page_id in library.heads.keys() - reached:
        sentence = "No tree, start page or link leads to this page: give it a theme and a child group."
        yield error(*context.page_field(page_id, "title"), "unreachable", sentence)


def _roots(context: RuleContext) -> frozenset[str]:
    info = context.library.info
    picked = {info.danger_page, *info.start_here, *info.changed} - {""}
    return page_ids(theme_tree(context.library)) | page_ids(group_tree(context.library)) | picked


def _links(page: Page) -> Iterator[str]:
    blocks = [*page.at_a_glance, *page.act_now, *(b for part in page.sections for b in part.blocks)]
    for runs in runs_in(blocks):
        for run in runs:
            if isinstance(run.target, PageTarget):
                yield run.target.page


def page_has_a_source(context: RuleContext) -> Iterator[Finding]:
    """Each page says where its statements come from."""
    for head in context.library.heads.values():
        if not head.sources and not context.blamed(head.id, "unresolved-source"):
            yield error(*context.page_field(head.id, "sources"), "no-source", "The page names no source.")


def glance_is_short(context: RuleContext) -> Iterator[Finding]:
    """At a glance fits on the first screen."""
    for page in context.library.pages.values():
        words = len(blocks_text(page.at_a_glance, context.library.contacts).split())
        if words > GLANCE_WORDS:
            sentence = f"At a glance has {words} words; at most {GLANCE_WORDS} are read in a hurry."
            yield error(*context.page_field(page.head.id, "at_a_glance"), "long-glance", sentence)


def names_are_used_once(context: RuleContext) -> Iterator[Finding]:
    """A page's former name leads to one page only, so that old bookmarks open the right one."""
    owners = dict.fromkeys(context.library.heads, "")
    for head in context.library.heads.values():
        for name in head.renamed_from:
            if name in owners:
                sentence = f'"{name}" is the name of another page, or two pages claim to have had it.'
                yield error(*context.page_field(head.id, "renamed_from"), "duplicate-id", sentence)
            owners[name] = head.id


def shown_contacts_may_be_shown(context: RuleContext) -> Iterator[Finding]:
    """A number that nobody has cleared is not shown anywhere."""
    contacts = context.library.contacts
    for reference in context.reading.references:
        contact = contacts.get(reference.id) if reference.kind == "contact" else None
        if contact and contact.publish not in PUBLISHABLE:
            sentence = f'The contact "{contact.id}" is not cleared for showing (publish: {contact.publish}).'
            yield error(reference.path, reference.line, "unpublished-contact", sentence)


def review_is_not_overdue(context: RuleContext) -> Iterator[Finding]:
    """Old pages and old numbers are looked at again."""
    for head in context.library.heads.values():
        if head.review_by < context.day:
            sentence = f"The review was due on {head.review_by}: read the page again."
            yield warning(*context.page_field(head.id, "review_by"), "overdue", sentence)
    for contact in context.library.contacts.values():
        if contact.review_by and contact.review_by < context.day:
            sentence = f'The contact "{contact.id}" was due on {contact.review_by}: ring to confirm it.'
            yield warning(*context.record_field("contacts.yml", contact.id, "review_by"), "overdue", sentence)


def page_can_be_found(context: RuleContext) -> Iterator[Finding]:
    """Each page is found by words that are not its own."""
    covered = {page for synonym in context.library.synonyms for page in synonym.pages}
    for head in context.library.heads.values():
        if not head.search_terms and head.id not in covered:
            sentence = "No search_terms and no synonym lead here: add the words that families use."
            yield warning(*context.page_field(head.id, "title"), "no-synonyms", sentence)


def branch_has_pages(context: RuleContext) -> Iterator[Finding]:
    """A theme or child group without a page is not shown, which may be a slip."""
    library = context.library
    if any(context.blamed(page, "unknown-theme", "unknown-group") for page in library.heads):
        return
    themes, groups = set(_ids(theme_tree(library))), set(_ids(group_tree(library)))
    for theme in library.themes.keys() - themes:
        sentence = f'No page stands below the theme "{theme}": it is not shown.'
        yield warning(*context.record_field("themes.yml", theme, "id"), "empty-place", sentence)
    for group in library.groups.keys() - groups:
        sentence = f'No page stands below the child group "{group}": it is not shown.'
        yield warning(*context.record_field("groups.yml", group, "id"), "empty-place", sentence)


def _ids(node: TreeNode) -> Iterator[str]:
    for child in node.children:
        if child.kind != "page":
            yield child.id
            yield from _ids(child)
