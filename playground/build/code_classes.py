"""Composites as the classes a student would write: one for each definition, a loop for repeats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from playground.build.modules import known_shapes
from playground.check.report import Report
from playground.document import topology
from playground.document.change import outwards, unused_id
from playground.document.composites.definitions import (
    chain,
    definition_of,
    is_instance,
    is_port,
    ports,
    read_instance,
)
from playground.document.model import (
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    ModelSpec,
    Node,
    Scope,
    Wire,
    port_name,
)

End = tuple[str, str]  # id of a block, and its port
_NAME = "@"  # stands for the name of a class in its own text
_TAKEN = {"torch", "nn", "self"}  # names that `forward` needs itself


class NotPlainError(Exception):
    """A network that has no plain form of classes: `flat_class` writes it in a longer one."""


@dataclass
class _Text:
    """The lines of a class."""

    modules: list[str] = field(default_factory=list)
    forward: list[str] = field(default_factory=list)
    values: dict[End, str] = field(default_factory=dict)  # end -> variable
    names: set[str] = field(default_factory=lambda: set(_TAKEN))

    def variable(self, wish: str) -> str:
        """A name for a variable that is not taken."""
        name = unused_id(self.names, wish)
        self.names.add(name)
        return name

    def words(self, arguments: Sequence[str], results: Sequence[str]) -> str:
        """The class, with a mark for its name."""
        return "\n".join(
            [
                f"class {_NAME}(nn.Module):",
                "    def __init__(self):",
                "        super().__init__()",
                *(f"        {line}" for line in self.modules),
                "",
                f"    def forward({', '.join(['self', *arguments])}):",
                *(f"        {line}" for line in self.forward),
                f"        return {', '.join(results)}",
            ]
        )


class Classes:
    """Writes the models of a document with composites; definitions come before their users."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.texts: list[str] = []  # finished classes, in the order of the file
        self._names: dict[str, str] = {}  # text of a class -> its name
        self._taken = {"Model", "Torch", "Nn"}

    def model(self, role: str, spec: ModelSpec) -> str:
        """The text of one model; the classes that it uses are in `texts`."""
        variable = "model" if role == "main" else role
        name = "".join(word.capitalize() for word in variable.split("_"))
        self._taken.add(name)
        before = list(self.texts), dict(self._names), set(self._taken)
        try:
            body = self._model(spec)
        except NotPlainError:
            self.texts, self._names, self._taken = before
            body = _flat_class(self.report, spec)
        return f"{body.replace(_NAME, name, 1)}\n\n\n{variable} = {name}()"

    def _model(self, spec: ModelSpec) -> str:
        document = self.report.document
        if any("." in id for id in spec.inputs):
            raise NotPlainError
        end = self._end(spec.output)
        members = _members(document, end[0], spec.inputs)
        self._all_used(members, spec)
        text = _Text()
        arguments = [text.variable(id) for id in spec.inputs]
        text.values.update({(id, "out"): a for id, a in zip(spec.inputs, arguments, strict=True)})
        inner = [n for n in _ordered(document) if n.id in members and n.id not in spec.inputs]
        self._lines(text, inner, document.wires, "")
        return text.words(arguments, [_value(text, end)])

    def _end(self, output: str) -> End:
        """The end outside of all composites at which a model ends."""
        expanded = self.report.expansion
        path = outwards(output)[-1]
        if expanded is None or path == output:
            return output, "out"
        for port, ids in expanded.opened[path].outputs.items():
            ends = [end for id in ids for end in expanded.ports.get(id, ())]
            if ends == [(output, "out")]:
                return path, port
        raise NotPlainError

    def _all_used(self, members: set[str], spec: ModelSpec) -> None:
        """A class has all blocks of its composite, so the model must have them, too."""
        used = set(topology.subgraph(self.report.flat, spec))
        for id in self.report.blocks:
            if "." in id and outwards(id)[-1] in members and id not in used:
                raise NotPlainError

    # -- one level -----------------------------------------------------------------------------

    def _class(self, inside: str, definition: Composite) -> str:
        """The name of the class for the inside of an instance; the same text is written once."""
        text, arguments = _Text(), []
        for node in definition.nodes:
            if node.block == PORT_IN:
                wish = port_name(node)
                arguments.append(text.variable("x" if wish == "in" else wish))
                text.values[node.id, "out"] = arguments[-1]
        inner = [node for node in _ordered(definition) if not is_port(node)]
        self._lines(text, inner, definition.wires, f"{inside}.")
        results = []
        for node in definition.nodes:
            if node.block == PORT_OUT:
                (wire,) = _only(definition.wires, node.id, "in")
                results.append(_value(text, (wire.source, wire.source_port)))
        words = text.words(arguments, results)
        if words not in self._names:
            name = _camel(definition.title) or _camel(definition.id) or "Block"
            self._names[words] = name = unused_id(self._taken, name)
            self._taken.add(name)
            self.texts.append(words.replace(_NAME, name, 1))
        return self._names[words]

    def _lines(
        self, text: _Text, nodes: Iterable[Node], wires: Sequence[Wire], prefix: str
    ) -> None:
        for node in nodes:
            if is_instance(node):
                self._instance(text, node, wires, prefix + node.id)
            else:
                self._block(text, node, wires, prefix + node.id)

    def _block(self, text: _Text, node: Node, wires: Sequence[Wire], path: str) -> None:
        checked = self.report.nodes[path]
        block = checked.block
        if block is None:
            raise NotPlainError
        arriving = [w for p in block.inputs for w in wires if _ends(w, node.id, p.name)]
        sources = [_value(text, (w.source, w.source_port)) for w in arriving]
        if node.muted:
            text.values[node.id, "out"] = sources[0]
            return
        name = text.variable(node.id)
        code = block.code(*known_shapes(checked))
        if block.call(*known_shapes(checked)) is not None:
            text.modules.append(f"self.{node.id} = {code}")
            text.forward.append(f"{name} = {block.invoked(f'self.{node.id}', *sources)}")
        else:
            text.forward.append(f"{name} = {code.format(*sources)}")
        text.values[node.id, "out"] = name

    def _instance(self, text: _Text, node: Node, wires: Sequence[Wire], path: str) -> None:
        definition, instance = definition_of(self.report.document, node), read_instance(node)
        inputs, outputs = ports(definition, PORT_IN), ports(definition, PORT_OUT)
        if any(len(ids) > 1 for ids in (*inputs.values(), *outputs.values())) or not outputs:
            raise NotPlainError
        given = {}
        for port in inputs:
            (wire,) = _only(wires, node.id, port)
            given[port] = _value(text, (wire.source, wire.source_port))
        follow = chain(definition) or {}
        if node.muted:
            for port, output in follow.items():
                text.values[node.id, output] = given[port]
            return
        if instance.repeat > 1:
            name = self._repeated(text, node, definition, path, given, follow)
            text.values[node.id, next(iter(outputs))] = name
            return
        text.modules.append(f"self.{node.id} = {self._class(path, definition)}()")
        single = len(outputs) == 1
        names = [text.variable(node.id if single else f"{node.id}_{port}") for port in outputs]
        call = f"self.{node.id}({', '.join(given.values())})"
        text.forward.append(f"{', '.join(names)} = {call}")
        text.values.update({(node.id, o): n for o, n in zip(outputs, names, strict=True)})

    def _repeated(
        self,
        text: _Text,
        node: Node,
        definition: Composite,
        path: str,
        given: dict[str, str],
        follow: dict[str, str],
    ) -> str:
        """The variable with what a repeated composite gives."""
        instance = read_instance(node)
        if len(follow) != 1:
            raise NotPlainError
        (through,) = follow
        count = 1 if instance.share_weights else instance.repeat
        classes = [self._class(f"{path}.{k}", definition) for k in range(count)]
        name = text.variable(node.id)
        same = len(set(classes)) == 1 and count > 1
        made = (
            f"*({classes[0]}() for _ in range({count}))"
            if same
            else ", ".join(f"{kind}()" for kind in classes)
        )
        if len(given) == 1 and not instance.share_weights:
            text.modules.append(f"self.{node.id} = nn.Sequential({made})")
            text.forward.append(f"{name} = self.{node.id}({given[through]})")
            return name
        text.modules.append(f"self.{node.id} = nn.ModuleList([{made}])")
        text.forward.append(f"{name} = {given[through]}")
        call = ", ".join(name if port == through else value for port, value in given.items())
        if instance.share_weights:
            text.forward.append(f"for _ in range({instance.repeat}):")
            text.forward.append(f"    {name} = self.{node.id}[0]({call})")
        else:
            text.forward.append(f"for layer in self.{node.id}:")
            text.forward.append(f"    {name} = layer({call})")
        return name


def _ordered(thing: Document | Composite) -> list[Node]:
    level = Document(nodes=thing.nodes, wires=thing.wires)
    return [level.by_id[id] for id in topology.order(level)]


def _members(document: Document, output: str, inputs: Sequence[str]) -> set[str]:
    """Ids of the outermost level between the inputs of a model and its output."""
    found, todo = {output, *inputs}, [output]
    while todo:
        id = todo.pop()
        for wire in document.wires:
            if wire.target == id and id not in inputs and wire.source not in found:
                found.add(wire.source)
                todo.append(wire.source)
    return found


def _ends(wire: Wire, id: str, port: str) -> bool:
    return wire.target == id and wire.target_port == port


def _only(wires: Iterable[Wire], id: str, port: str) -> list[Wire]:
    """The one wire that ends there."""
    found = [wire for wire in wires if _ends(wire, id, port)]
    if len(found) != 1:
        raise NotPlainError
    return found


def _value(text: _Text, end: End) -> str:
    if end not in text.values:
        raise NotPlainError
    return text.values[end]


def _camel(title: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in title).split()
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name[:1].isalpha() else ""


# --- the longer form ------------------------------------------------------------------------------


def _flat_class(report: Report, spec: ModelSpec) -> str:
    """A model as one class whose modules are called by their paths."""
    flat = report.flat
    shared = flat.shared if isinstance(flat, Scope) else {}
    incoming = topology.incoming(flat)
    text, made = _Text(), set[str]()
    arguments = [text.variable(id) for id in spec.inputs]
    text.values.update({(id, "out"): a for id, a in zip(spec.inputs, arguments, strict=True)})
    for id in topology.subgraph(flat, spec):
        checked = report.nodes[id]
        block = checked.block
        if id in spec.inputs or block is None:
            continue
        wires = [w for port in block.inputs for w in incoming[id] if w.target_port == port.name]
        sources = [text.values[w.source, "out"] for w in wires]
        if checked.node.muted:
            text.values[id, "out"] = sources[0]
            continue
        name = text.variable(id)
        code = block.code(*known_shapes(checked))
        if block.call(*known_shapes(checked)) is None:
            text.forward.append(f"{name} = {code.format(*sources)}")
        else:
            own = shared.get(id, id)
            if own not in made:
                text.modules += _held(own, made)
                holder, _, last = own.rpartition(".")
                text.modules.append(f'{_access(holder)}.add_module("{last}", {code})')
                made.add(own)
            text.forward.append(f"{name} = {block.invoked(_access(own), *sources)}")
        text.values[id, "out"] = name
    return text.words(arguments, [text.values[spec.output, "out"]])


def _access(path: str) -> str:
    return f'self.get_submodule("{path}")' if path else "self"


def _held(path: str, made: set[str]) -> Iterable[str]:
    """The modules that only hold others, where they are not there yet."""
    for outer in reversed(outwards(path)[1:]):
        if outer not in made:
            made.add(outer)
            holder, _, last = outer.rpartition(".")
            yield f'{_access(holder)}.add_module("{last}", nn.Module())'
