"""What a page says, for tests."""

import re


def text_of(answer):
    """The words of its main part, in a line."""
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def links_of(answer):
    """Every address that its main part leads to or sends to."""
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return set(re.findall(r'(?:href|action)="([^"]+)"', main))
