"""Pages drawn by Streamlit itself, without a browser."""

from streamlit.testing.v1 import AppTest

SECONDS = 60


def draw(name, script=None, **query):
    """A page alone.

    Args:
        name: of the page.
        script: draws it, by its name; by default the page and nothing around it.
        query: of the address.
    """

    def page(name):
        import importlib

        importlib.import_module(f"bozzetto.viewer.page_{name}").render()

    test = AppTest.from_function(script or page, args=(name,), default_timeout=SECONDS)
    for key, value in query.items():
        test.query_params[key] = value
    return ran(test)


def ran(test):
    """Runs a page; an exception that gets out of it fails the test."""
    test.run()
    assert not test.exception, [error.value for error in test.exception]
    return test


def texts(test):
    """All that a page says, without the escapes and joiners of Markdown."""
    kinds = (test.markdown, test.caption, test.info, test.warning, test.error)
    shown = "\n".join([str(item.value) for kind in kinds for item in kind] + [h.proto.body for h in test.get("html")])
    return shown.replace("\\", "").replace("\u2060", "")
