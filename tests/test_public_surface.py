"""What `import playground` offers to a program."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

import playground
from playground.document.model import Document
from playground.errors import FormatError


def test_the_names_of_the_surface():
    assert set(playground.__all__) == {"__version__", "load", "check", "build", "train"}
    assert set(playground.__all__) <= set(dir(playground))
    assert all(callable(getattr(playground, name)) for name in ("load", "check", "build", "train"))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = playground.nothing


def test_a_document_is_found_by_preset_and_by_path(tmp_path):
    document = playground.load("xor-mlp")
    assert isinstance(document, Document)
    from playground.document.format import write

    path = tmp_path / "mine.json"
    write(document, path)
    assert playground.load(path) == playground.load(str(path)) == document


def test_a_file_comes_before_the_preset_of_the_same_name(tmp_path, monkeypatch):
    from playground.document.format import write

    monkeypatch.chdir(tmp_path)
    (tmp_path / "xor-mlp").mkdir()  # a folder, as --save may have made, is no reason to refuse
    assert playground.load("xor-mlp").title
    (tmp_path / "xor-mlp").rmdir()
    write(Document(title="mine"), tmp_path / "xor-mlp")
    assert playground.load("xor-mlp").title == "mine"


@pytest.mark.parametrize(
    ("name", "words", "hint"),
    [
        ("xor-mpl", 'no file and no preset "xor-mpl"', "xor-mlp"),
        ("qqqq", 'no file and no preset "qqqq"', "playground presets"),
        ("folder/xor-mpl.json", "There is no file", "xor-mlp"),
        ("a\0b", "no file and no preset", ""),
    ],
)
def test_a_name_nobody_has_gets_a_hint(name, words, hint, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FormatError) as caught:
        playground.load(name)
    assert words in caught.value.message
    assert hint in caught.value.hint


def test_a_folder_is_refused_as_one(tmp_path):
    with pytest.raises(FormatError, match="folder"):
        playground.load(tmp_path)


def test_packages_are_functions_too_whatever_was_imported_before():
    """Importing `playground.check.report` must not take `playground.check(...)` away."""
    code = """
import playground
document = playground.load("xor-mlp")
assert playground.check(document).ok
import playground.check.report
from playground.check.report import Report
assert isinstance(playground.check(document), Report)
from playground.check.check import check
assert check(document) == playground.check(document)
import playground.build.modules, playground.train.session
models = playground.build(document)
assert set(models) == set(document.train.models), models
result = playground.train(document, steps=3)
assert result.steps == 3 and "loss/train" in result.metrics
from playground import check as again, train as also
assert again is playground.check and also is playground.train
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_the_packages_stay_modules():
    for name in ("check", "build", "train"):
        assert isinstance(getattr(playground, name), ModuleType)


def test_built_models_are_plain_modules():
    import torch

    models = playground.build(playground.load("xor-mlp"))
    for model in models.values():
        assert isinstance(model, torch.nn.Module)
        assert not any(type(m).__module__.startswith("playground") for m in model.modules())


def test_saved_weights_load_into_a_built_and_into_an_exported_network(tmp_path):
    """The first takes them by name, the second, a plain `nn.Sequential`, in their order."""
    import torch
    from safetensors.torch import load_file

    from playground.build.code import export_code
    from playground.train.checkpoint import save_weights

    document = playground.load("digits-cnn")
    trained = playground.train(document, steps=2).models
    save_weights(trained, tmp_path / "weights.safetensors")
    built = playground.build(document)["main"]
    built.load_state_dict(load_file(tmp_path / "weights.safetensors"))
    names: dict[str, object] = {}
    exec(compile(export_code(document), "exported.py", "exec"), names)
    exported = names["model"]
    values = built.state_dict().values()
    exported.load_state_dict(dict(zip(exported.state_dict(), values, strict=True)))
    x = torch.rand(3, 1, 8, 8)
    with torch.no_grad():
        expected = trained["main"](x)
        assert torch.equal(built.eval()(x), expected)
        assert torch.equal(exported.eval()(x), expected)
