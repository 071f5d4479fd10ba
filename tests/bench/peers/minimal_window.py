"""The least window that PySide6 allows on the same text: a tree of all titles beside a text view.

It is what Handrail is measured against: nothing written in Python with Qt starts earlier or weighs less.
`minimal_window.py FOLDER` opens the pages that html_pages.py has written there. F12 leaves.
"""

import json
import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSplitter, QTextBrowser, QTreeWidget, QTreeWidgetItem

FOLDER = sys.argv[1]


def main() -> None:
    application = QApplication([])
    window, tree, text = QSplitter(), QTreeWidget(), QTextBrowser()
    tree.setHeaderHidden(True)
    themes: dict[str, QTreeWidgetItem] = {}
    with open(os.path.join(FOLDER, "titles.json"), encoding="utf-8") as file:
        pages = json.load(file)
    for page in pages:
        if page["theme"] not in themes:
            themes[page["theme"]] = QTreeWidgetItem([page["theme"]])
        item = QTreeWidgetItem([page["title"]])
        item.setData(0, Qt.ItemDataRole.UserRole, page["file"])
        themes[page["theme"]].addChild(item)
    tree.addTopLevelItems(list(themes.values()))

    def show(item: QTreeWidgetItem) -> None:
        name = item.data(0, Qt.ItemDataRole.UserRole)
        if name:
            with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
                text.setHtml(file.read())

    def leave() -> None:
        window.hide()
        application.quit()

    tree.currentItemChanged.connect(show)
    QShortcut(QKeySequence("F12"), window).activated.connect(leave)
    window.addWidget(tree)
    window.addWidget(text)
    window.setSizes([300, 1066])
    window.resize(1366, 768)
    largest = max(themes.values(), key=QTreeWidgetItem.childCount)
    largest.setExpanded(True)
    tree.setCurrentItem(largest.child(0))
    window.show()
    tree.setFocus()
    application.exec()
    os._exit(0)  # as Handrail does: nothing is left to tidy


if __name__ == "__main__":
    main()
