<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>playground</name>
    <message>
        <location filename="playground/__main__.py"/>
        <source>Did you mean the command {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <source>The commands are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <source>There is no command "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <location filename="playground/cli/bench.py"/>
        <location filename="playground/cli/settings.py"/>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/document/library.py"/>
        <location filename="playground/registry.py"/>
        <source>Did you mean {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>A padding of {padding} px is more than half of the {kernel} px window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>A window that spans {span} × {span} px does not fit an image of {h} × {w} px with {padding} px of padding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Make the kernel or its dilation smaller, add padding, or shrink the image less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Use 1 group, or a number that divides {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Use a padding of at most {most} px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>{groups} groups cannot evenly share {arriving} channels that arrive and {leaving} that leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add needs equal shapes, but {first} and {second} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add tensors of the same shape, number by number: the shortcut of a residual network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Change a block before it so that both are {first}: the number of neurons or channels, the stride or the padding. To put them side by side use Concat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/concat.py"/>
        <location filename="playground/blocks/flatten.py"/>
        <location filename="playground/blocks/reshape.py"/>
        <location filename="playground/blocks/upsample.py"/>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Avg Pool 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Count include pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Replace every window by the average of its numbers: a smaller, smoother image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Side of the square window whose numbers are averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>The zeros of the padding count as numbers of the average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Zeros on every side of the image; at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Kernel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Ceil mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Keeps a last window that hangs over the edge of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Step between two windows; empty: as long as the window, so that none overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Nothing is connected to the port "{port}" of {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Numbers without an axis, such as class labels, do not enter here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Flatten block before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Reshape block before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Reshape block before it: channels, height, width, e.g. 1, 8, 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>The port "{port}" of {title} takes one wire, but {n} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>a line of channels (channels, length)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>an image (channels, height, width)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>any tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>any tensor with at least one axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>one axis (features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>{title} needs {accepted}, but {shape} arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/dropout.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Normalisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/gelu.py"/>
        <location filename="playground/blocks/leaky_relu.py"/>
        <location filename="playground/blocks/relu.py"/>
        <location filename="playground/blocks/sigmoid.py"/>
        <location filename="playground/blocks/silu.py"/>
        <location filename="playground/blocks/softmax.py"/>
        <location filename="playground/blocks/tanh.py"/>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/commands/view.py"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/linear.py"/>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/noise.py"/>
        <source>Generative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Delete a wire, or join them with an Add or Concat block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Draw a wire to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Added to the variance, so that a constant feature does not divide by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Batch Norm 1-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Each feature learns a scale and a shift of its own afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Shift and scale each feature so that over the batch its mean is 0 and its variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>How fast the running averages follow: share of the newest batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Eps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Added to the variance, so that a constant channel does not divide by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Batch Norm 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Each channel learns a scale and a shift of its own afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Shift and scale each channel so that over batch and pixels its mean is 0 and its variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Axis along which they are joined: 1 = channels or features, -1 = the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Concat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Concat along axis {axis} needs all other axes equal, but {first} and {second} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Make the other axes equal, or put a Flatten block on both wires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Put tensors side by side along one axis, so that the next block sees all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>There is no axis {dim} to join along: {shape} has the axes 1 to {last}, and axis 0 is the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Use 1 for channels or features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <location filename="playground/blocks/softmax.py"/>
        <source>Dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Conv 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Cuts the channels into groups that do not mix: as many as channels is depthwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Each kernel adds a number of its own to its whole map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Number of kernels = number of maps that come out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Side of each window: 3 sees a pixel and its 8 neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Slide small learned windows over an image; each makes one map of where its pattern occurs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Step between the pixels of a window: 2 looks at every other pixel and sees farther.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Step between two windows: 2 halves height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Zeros around the image: 1 keeps the size with a 3 px kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Out channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/linear.py"/>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>A padding of {padding} px cuts everything off an image of {h} × {w} px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>An output padding of {padding} px is too large: with this stride and dilation it is at most {most} px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Conv Transpose 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Cuts the channels into groups that do not mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Each map adds a number of its own to all its pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Make the output padding smaller or the stride larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Make the padding smaller or the kernel larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Number of patterns an input pixel paints = number of maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Paint a learned pattern for every pixel of a small image, side by side, to make a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Pixels cut off at every side of the painted image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Rows and columns added at the bottom and the right, to reach an exact size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Side of each pattern; a multiple of the stride is smoothest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Step between the pixels of a pattern: 2 spreads it over twice the width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Step between two patterns: 2 doubles height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>Share of the numbers that are silenced: 0.1 to 0.5 is usual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>Silence random numbers while training, so that no neuron can rely on a single other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Axes {start} to {end} cannot be joined: the tensor has the axes 1 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>End dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>First axis to join; axis 0 is the batch and stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Last axis to join; -1 is the last one there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Start dim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Use a start dim of 1 and an end dim of -1 to join all axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Write all numbers of an image one after the other in one line, row by row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>Approximate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>Weigh each number by the chance that a normal random one is smaller: a ReLU with a soft bend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>none is exact; tanh is the approximation that GPT-2 was trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Hands one field of the dataset, such as the image or the features, to the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Which field of the data enters here: x holds the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/check/shapes.py"/>
        <location filename="playground/parameters.py"/>
        <location filename="playground/train/checkpoint.py"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/train/run.py"/>
        <source>The data has no field "{field}"; it has: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Added to the variance, so that constant numbers do not divide by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Each position learns a scale of its own afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Each position learns a shift too, where it learns a scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Elementwise affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>How many of the last axes are normalised together; empty: an image as a whole, otherwise the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Layer Norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Num axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Shift and scale the numbers of each sample so that their mean is 0 and their variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Use at most {rank}, or leave the number empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>{count} axes are to be normalised, but only {rank} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Keep positive numbers and shrink negative ones, so that a neuron never stops learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Negative slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>What negative numbers are multiplied by; 0 makes it a plain ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Each neuron adds a number of its own to its weighted sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Each neuron weighs all inputs, adds them up and adds its bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Number of neurons = number of outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Out features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Border on every side that never wins; at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Keep only the largest number of every window, which says whether a pattern was near.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Make the dilation smaller, or the padding 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Max Pool 2-D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Side of the square window in which the largest number wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Step between the pixels of a window: 2 looks at every other pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>With a dilation of {dilation} px and {padding} px of padding some windows see no pixel of an image of {h} × {w} px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <source>Fresh random numbers for each sample; a generator learns to turn them into data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <source>How many random numbers a sample is made from (latent size).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/relu.py"/>
        <source>Keep positive numbers and turn negative ones into 0: the standard bend between two layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/relu.py"/>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Arrange the same numbers in another shape, such as 64 features as an image of 8 × 8 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Choose sizes whose product is {have}; one of them can be -1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Sizes of one sample, e.g. 1, 8, 8: channels, height, width; one -1 is worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>a shape has 1 to 8 sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>a shape is whole numbers with commas, such as 1, 8, 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>each size is at least 1, or -1 to be worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>only one size can be -1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>{have} numbers ({shape}) cannot be arranged as {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/sigmoid.py"/>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/sigmoid.py"/>
        <source>Squeeze every number between 0 and 1, so that it can be read as a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/silu.py"/>
        <source>Multiply each number by its own sigmoid: a smooth ReLU that dips a little below 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/silu.py"/>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Axis along which the probabilities make 1: -1 = the last, 1 = channels or features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>There is no axis {dim} to sum along: the tensor has the axes 1 to {last}, and axis 0 is the batch, whose samples must not mix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Turn scores into probabilities: all positive, and together they make 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Use -1 for the last axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/tanh.py"/>
        <source>Squeeze every number smoothly between -1 and 1; around 0 it changes almost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/tanh.py"/>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Enlarge an image by a whole factor: copy every pixel, or blend between neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>How many times as high and wide it becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Scale factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Upsample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>nearest copies each pixel; bilinear blends the four around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>Name that input block as an input of the model, or take the wire away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>The block "{id}" needs "{source}", which no input of the model leads to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>The document does not say which blocks are the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <location filename="playground/check/models.py"/>
        <source>Name its input and its output block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/check.py"/>
        <source>Delete one of the wires: data flows from the input to the output only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/check.py"/>
        <source>These blocks feed each other in a circle: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/check.py"/>
        <location filename="playground/check/fixes.py"/>
        <source>Delete the wire {wire}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <source>Report this to whoever wrote the dataset; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <source>The dataset "{key}" failed in its own code: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/training.py"/>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Connect {source} to {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Connect {wire}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Insert Add before {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Insert Flatten before {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Keep only the wire from {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <source>Set {name} of {id} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/models.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Choose its input and its output block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Choose one, or delete what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect an Input block with the first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect it, make it the output, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect them, or choose another input or output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Drag blocks from the palette, or start from a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>In the model "{role}" no wires lead from {input} to {output}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Make {id} the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Make {names} an input of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Name the input and the output block of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>No block depends on an Input block, so there is nothing to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Remove the model {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Several blocks could be the output of the network: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The canvas is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The document does not say which blocks are the models {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" begins or ends at "{id}", but no block has that id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" depends on {id}, which is not one of its inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" is not trained; this kind of training knows: {roles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" names no input block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>This kind of training needs a model "{role}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Use {id} as the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Use {inputs} as input and {output} as output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>{id} is not part of a model: it is neither trained nor used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Reset {names} to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Reset {name} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Draw the wire to another port, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Nothing is connected to the port "{port}" of {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Report this to whoever wrote the block; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>The block "{block}" failed in its own code: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>The port "{port}" of {id} takes one wire, but {n} arrive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>The wire {wire} ends at "{port}", but {id} has no such port; it has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>{id} needs {accepted}, but {source} gives {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/training.py"/>
        <source>Report this to whoever wrote it; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/check/training.py"/>
        <source>The kind of training "{key}" failed in its own code: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>Draw a neural network, press Play, and watch it learn. `playground [FILE]` opens the window; the commands work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>FILE is the path of a document or the name of a preset, such as digits-cnn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>`{command} --help` shows what it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Run benchmarks; each prints one line a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Run them in a clone of the source code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>The benchmarks are not part of an installed package.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>There is no benchmark "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Which ones; all unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>{path} is not a Python file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <location filename="playground/cli/settings.py"/>
        <location filename="playground/cli/snapshot.py"/>
        <source>There are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <source>List all blocks with their ports and parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>FLOPs a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>No problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Show shapes, parameters, FLOPs and problems of a document, block by block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <location filename="playground/gui/panels/problems.py"/>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <location filename="playground/gui/panels/problems.py"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/datasets.py"/>
        <source>List all datasets with their parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/datasets.py"/>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Devices: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Free some space, or saving may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Give yourself the right to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Install the program again: `python run.py` or `pip install .`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Look for what is wrong with this installation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Neural Playground {version}, Python {python}, {system}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>No font has Chinese letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>PySide6 6.12.0 crashes under Python 3.11 after some thousand calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Qt does not start on {place}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Qt starts on {place} ({used}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Run `pip install "PySide6-Essentials&gt;=6.10,&lt;6.12"`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Run `pip uninstall torchvision` in this environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>The folder {path} cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>The package {name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>There is a display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Use Python 3.11, 3.12 or 3.13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>torchvision is installed; it is not needed and often does not fit torch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{name} could not be looked at: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{n} font families have Chinese letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{path}: {free:,.1f} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <location filename="playground/cli/system.py"/>
        <source>On Debian and Ubuntu: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Language of the texts; the system's unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Path of a document, or name of a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Print one JSON object a line and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>There is no language "{code}"; there are: {codes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <source>List the ready experiments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/commands/view.py"/>
        <source>Blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <source>Done: {steps} steps, {seconds} s, {rate} steps/s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <source>Stopped after {steps} steps, {seconds} s, {rate} steps/s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <location filename="playground/cli/snapshot.py"/>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/report.py"/>
        <source>The details are in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/report.py"/>
        <source>This is a fault of the program itself: {kind}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/report.py"/>
        <source>no further words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>Choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>It cannot be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>"{setting}" is not a setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>The settings are: {forms}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>There is no block with the id "{id}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>There is no setting {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>Write PATH=VALUE, such as train.params.lr=0.01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>{title} has no parameter "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>For example: 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Open the window, train for some seconds, save a picture of it, leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Select the block with this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Size of the window in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The picture is a PNG file; {path} is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The seconds are {value}; they must be at least 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The size is "{text}"; it must be WIDTHxHEIGHT, with {least} to {most} pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>There is no theme "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Train for this long before the picture is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Where to save the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>The window needs the system library {library}, which is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>There is no display for a window here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>`playground train FILE` trains in the terminal; `playground snapshot` makes a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Change a setting for this run, such as train.params.lr=0.01. Repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Optimiser steps; the document's unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Save document, weights, history and metrics here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Seed; the document's unless given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Start from the weights of this .safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Stop after this many seconds of training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>The seconds are {value}; they must be greater than 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>There is no engine "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>There is: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Train a document in the terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>What runs the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Where to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/translations.py"/>
        <source>Change nothing; exit status 1 when work is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/cli/translations.py"/>
        <source>Collect all texts of the program into the files of the translators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_bundled.py"/>
        <source>Install it: pip install scikit-learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_bundled.py"/>
        <source>The data comes with scikit-learn, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Choose other data, or a file with at least one row of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Replace it by a number, or remove the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Sample {row} has the label {label}; there are the classes 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Sample {row} of "{field}" holds {value} instead of a number (column {column}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>The dataset has no samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>1 of {total} rows lacks a value and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>All columns are ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Beside the target "{name}" there is no column to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Choose another column as target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Choose another target, or predict a number (regression).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Correct the line, or leave the column out (ignore).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Every row lacks a value, so none is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave out columns with many different words (ignore).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave out the columns that are mostly empty (ignore).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave the column out (ignore), or raise max_categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Left out, because without any value: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Line {line} has no value in the column "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Line {line}: "{text}" in the column "{name}" is not a number, but most others are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Set missing to "drop" to leave such rows out ({n} of {total}), or to "mean".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Set task to "classification", or choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The column "{name}" holds {n} different words, such as "{text}" in line {line}; at most {most} can become features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The same value in every row, so of no use: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The separator may be wrong: commas, semicolons, tabs and bars are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The table gives {n} features; at most {most} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" has {n} different values; at most {most} can be classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" holds words, but regression predicts a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" is {value} in every row: there is nothing to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The {n} different whole numbers of "{name}" are taken as classes; set task to "regression" to predict them as numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>There is no column "{name}"; the table has: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>{n} of {total} rows lack a value and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is a file; a folder is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is a folder; a file is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is neither a file nor a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>A relative path starts at the working directory: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>Choose one in the data panel, or set data.params.path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>No file is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>No folder is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>There is no file or folder "{path}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{images}" holds {n} pictures, but "{labels}" holds {m} labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds no pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds one class only: there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds {size} MB; at most {most} MB can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" starts with the magic number {found}; {wanted} is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{path}" holds no pictures in IDX files for the part "{part}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>It is no IDX file of unsigned bytes, or pictures and labels are exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Put both files into the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>The labels of "{name}" are missing: there is no "{labels}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Their names look like train-images-idx3-ubyte or train-images-idx3-ubyte.gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>it is longer than its header says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>its header is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>{n} of {expected} values are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Share of the training samples that get a wrong label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Write the label as one number per class: 1 for its own, 0 for the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Random error added to every measured value, in standard deviations of its column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Shift and scale each column to mean 0 and standard deviation 1, measured on the training samples only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <source>Predict the target in standard deviations from its mean, which suits every network, instead of in its own unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Adds a copy of every training picture, moved by up to so many pixels; 0 adds none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Standard deviation of the random error added to every pixel; 1 is white minus black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has no folders inside, one a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has only one class, "{name}": there is nothing to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has {width} × {height} pixels; at most {most} million are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>1 file is no picture and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Make the size smaller, or take fewer pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Put pictures there ({kinds}), or remove the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Put the pictures of each class into a folder of its own, named like the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Replace the file or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>The class "{name}" has no pictures in "{path}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>The picture "{path}" cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>it is damaged or of another kind ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>{n} files are no pictures and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>{n} pictures of {size} × {size} pixels need {gigabytes:.1f} GB; at most {most:.0f} GB can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Number of points drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Standard deviation of the random error added to each coordinate; the picture reaches from -3 to 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>Add samples of that class, remove it, or set test_share to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>Add samples, or set test_share to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>The class "{name}" has one sample, which cannot be both trained and tested on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>There is one sample, which cannot be both trained and tested on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" has a header but no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" has {size} MB; at most {most} MB can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" is a binary file, not a table of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" is not in the encoding {encoding}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>A table needs rows of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>If its first line is data, set header to "no".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Keep a part of its rows, or use image_folder or idx for pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Line {line} has {n} values, but line {first_line} has {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Line {line} of "{name}" is not a row of separated values: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Look for a quotation mark that is not closed or stands inside a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Save it as CSV in the program it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Set encoding to "auto", or save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>The table has {n} columns; at most {most} can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Values that contain the separator must stand in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>column {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Share of the samples kept aside to test on, never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Two-dimensional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/ring.py"/>
        <source>Generative data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>Tell malignant from benign tumours by the shape of their cell nuclei under the microscope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>benign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>malignant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean compactness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean concave points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean concavity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean fractal dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean smoothness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of compactness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of concave points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of concavity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of fractal dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of smoothness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst compactness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst concave points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst concavity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst fractal dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst perimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst smoothness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Label noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>One hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/circle.py"/>
        <source>A disc inside a ring: the boundary is round, so straight lines have to be combined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/circle.py"/>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Num samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>A row without a value: refuse the file, drop the row, or put in the mean of the column's training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>How the file writes letters as bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Learn from a table of your own: each row is a sample, one column is what to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Max categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Most different words a column of words may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Name of the column to predict; empty means the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Names of columns to leave out, separated by commas, such as id, name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Predict a class or a number. auto: a class when the target holds words or few different whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>The file; a relative path starts at the working directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>What separates the values of a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Whether the first line holds the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <source>Standardise target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>Diabetes progression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>HDL cholesterol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>LDL cholesterol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>Predict how far diabetes has progressed after a year from a patient's first examination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>blood sugar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>body mass index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>disease progression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>log of triglycerides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>mean blood pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>total / HDL cholesterol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>total cholesterol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/digits.py"/>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/digits.py"/>
        <source>Read digits that 43 people wrote by hand, as tiny pictures of 8 by 8 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Augment shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Gaussian clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Number of clouds; each is one class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Round clouds, one a class: the easiest task there is, a single layer separates them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Standard deviation of each cloud; the picture spans -3 to 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/spiral.py"/>
        <source>Num classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Learn from MNIST, Fashion-MNIST or another set in the same files, plain or packed with gzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>MNIST files (IDX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Max samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Take so many pictures at most, chosen by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Which files of MNIST to take where there are both: 60,000 or 10,000 pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>The folder; a relative path starts at the working directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>1: shades of grey. 3: red, green and blue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Learn from pictures of your own: a folder with one folder a class, named like the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Side of the square pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>Iris flowers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>Tell three species of iris apart by the length and width of their leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>petal length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>petal width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>sepal length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>sepal width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>setosa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>versicolor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>virginica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/moons.py"/>
        <source>Two half moons that reach into each other: the boundary has to bend between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/moons.py"/>
        <source>Two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>A tilted plane over a square: predict its height at each point. One neuron is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>Standard deviation of the random error added to the height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Distance of the clouds from the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Num modes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Number of clouds on the ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Ring of Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Small clouds of points on a ring: a generator has to find all of them, not just some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Standard deviation of each cloud, in both directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Arms of a spiral, one a class: no straight line and no circle separates them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>How often each arm winds around the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Number of arms; each is one class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>OD280/OD315 of diluted wines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>Tell from a chemical analysis which of three grape varieties a wine was made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>Wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>alcalinity of ash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>alcohol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>ash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>colour intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>flavanoids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>hue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>magnesium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>malic acid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>nonflavanoid phenols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>proanthocyanins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>proline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>total phenols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/xor.py"/>
        <source>Four quadrants, opposite ones of the same class: a single line cannot separate them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/data/xor.py"/>
        <source>XOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/change.py"/>
        <source>There is no block "{id}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/clipboard.py"/>
        <source>The clipboard holds no blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/clipboard.py"/>
        <source>The clipboard holds no blocks: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <source>There is a block "{id}" already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <source>There is no wire {wire}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>A block cannot feed itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It does not fit: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It has too few entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It has too many entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is a text of more than {max_length} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is a text with a broken character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a word of letters, digits and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be an object {{...}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be at least {ge}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be at most {le}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be less than {lt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; that number is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>There is no such entry in this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>"version" is {value}; it must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>A document is a JSON object {{...}}; this file holds a {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>A number has {n} digits; at most 20 are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>An object has the entry "{key}" twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Check the path and the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Compare the line with its neighbours: a comma or a bracket may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>It has {n} entries; at most {limit} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Open one of the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file has {size} MB; a document has at most {limit} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file is as it was before. Save it in another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file nests brackets deeper than {limit} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The number {digits} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>There is no file {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This file was written by a newer Neural Playground (version {version}); this one reads up to version {newest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is no Neural Playground document: "format" is not "{format}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not a text file in UTF-8: byte {n} is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not valid JSON: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Update Neural Playground to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Weights and data do not belong into the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Write a finite number instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>line {line}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} could not be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{word} is not a number that JSON knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>Check the spelling and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>There is no file and no preset "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>`playground presets` lists the presets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <location filename="playground/train/checkpoint.py"/>
        <source>There is no file {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/migrations/__init__.py"/>
        <source>The file says it has version {version}, but it is not laid out like that: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>a parameter holds finite numbers, texts, lists and objects, not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>a wire is ["block.port", "block.port"], not {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>an id is a word of letters, digits and _ that starts with a letter, at most 64 long, but this one is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>it is nested deeper than {limit} levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>the group "{group}" holds "{id}", but no block has that id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>the id {value} is reserved by Python or torch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>two blocks have the id "{id}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>two of the {kind} have the id "{id}"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>wires[{number}] ({wire}) leads to "{end}", but no block has that id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>A batch takes {b} samples, but there are only {n} to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Batch normalisation needs at least 2 samples in a batch, but the batch size is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Choose another target or other data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Insert a block with weights, such as Linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>No block of the network has weights, so there is nothing to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Predict y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Remove the block: the loss takes raw scores (logits).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Remove {node}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Set the batch size to 2 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Set the batch size to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The data has no field "{field}" to predict; it has: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The data has {n} classes: one output a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The output needs the shape of the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use mse, l1 or smooth_l1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} applies {block} itself; this block does it a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} compares classes, but the target is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} needs {accepted} from the last block, but it gives {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} treats the classes as amounts; learning them is slower and less sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <location filename="playground/train/run.py"/>
        <source>Set the batch size to at most {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Beta1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Beta2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Discriminator rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Discriminator steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>End it with a Linear block of 1 output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>GAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Generator rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How long Adam remembers gradients; less than usual keeps the game from swinging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How long Adam remembers the squares of gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How often the discriminator is trained in each step of the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Make the last block of the generator give the shape {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Name one Input block as its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Real samples, and as many forged ones, in each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Rule by which both networks turn gradients into new weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Set the outputs of {node} to {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Start it with a Noise block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Step size of the discriminator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Step size of the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>The discriminator judges one field of the data: start it at one Input block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>The discriminator must end in one number, real or forged, but it gives {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>The generator makes samples of shape {made}, but the data has the shape {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>The generator must make samples from noise, but it starts at an Input block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Two networks play against each other: a generator forges samples, a discriminator judges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Clip grad norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Field of the data that the network has to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Gradients longer than this are shortened to it; 0 = never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>How the distance between the network's answer and the truth is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>How the learning rate changes over the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>L1 regularisation: makes weak weights 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>L2 regularisation: pulls all weights towards 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Part of the last step that is added to the next (sgd, rmsprop).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Samples per step: more make it slower, but less noisy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Schedule step: factor of each reduction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Schedule step: steps between two reductions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Schedule warmup: steps until the full learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Show the network examples with their answers; after each batch, change the weights a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Size of each step downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Stop after this many epochs without a better test loss; 0 = never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Supervised learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>The rule by which gradients change the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>The test loss has not improved for {n} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Warmup steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/gui/lenses/loss.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Delete and reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Freeze weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Insert block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Export as PyTorch code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Forget the recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Presets and recent files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>About Neural Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>Help on the selected block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>Open the folder of log files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Fit all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Fit selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/crash.py"/>
        <source>Something went wrong inside the program: {error}. Your work is safe; go on, or save and restart. Details are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Output for one sample. Scale: orange −{limit}, neutral 0, blue +{limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Output for one sample. Scale: pale 0, full colour {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Probabilities: sigmoid of the block's output, for one sample. Scale: 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Probabilities: softmax of the block's output, for one sample. Scale: 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>The network says {name} ({share}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>The sample is {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>{n} of {total} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card.py"/>
        <source>Frozen: its weights are not trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card.py"/>
        <source>Muted: it passes its input through unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card.py"/>
        <location filename="playground/gui/graph/live.py"/>
        <source>class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Add {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete {n} blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Freeze blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Mute blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Unfreeze blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Unmute blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <source>Move blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/facts.py"/>
        <source>{n} params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>These two ports are connected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>{source} already depends on {target}: the wire would close a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>{target} needs {accepted}, but {source} gives {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <source>Connect {source} to {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <source>Disconnect {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/cut.py"/>
        <source>Cut a wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/cut.py"/>
        <source>Cut {n} wires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <source>Insert {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <source>Move {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/move_note.py"/>
        <source>Move note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>Double-click to rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>Rename document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>Title of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>{n} parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>{n} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>{parameters} · {flops} per sample · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>Every number of the output is 0 for this sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The gradient is infinite or not a number (NaN): it cannot learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The gradient was exactly 0 in the last step: it learned nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The output holds numbers that are infinite or not a number (NaN).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note.py"/>
        <source>*Double-click to write*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note_editor.py"/>
        <source>Markdown: # title, **bold**, - list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note_editor.py"/>
        <source>Text of the note (Markdown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>Blocks that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>No block matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>Search for a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Add a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>An empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Open a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Press Space to add a block, or open a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wire.py"/>
        <source>Shape not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wire.py"/>
        <source>Shape of one sample: {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Cost per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Name of the block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Rename {old} to {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Source: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>The block's name in files, code and weights. Click to rename.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>This block comes from a plug-in that is not installed. It is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>What this layer does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>{n:,} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>A whole number from {low:,} to {high:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Change the description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Change the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Kind of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Optimiser steps after which the run ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Start of all chance: same seed, same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Train as {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>What should one see here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{blocks}, {parameters:,} parameters, {flops} per sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{n} block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{n} blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/fields.py"/>
        <location filename="playground/gui/panels/data.py"/>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/fields.py"/>
        <location filename="playground/gui/panels/data.py"/>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>Fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>More settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>{title} ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>Logarithmic vertical axis: equal distances are equal factors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>Optimiser steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Every map or neuron of the selected block for one sample that you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Select a block to see what it puts out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>{id}  {shape}  from {low:.3g} to {high:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/base.py"/>
        <source>Press Play: this view fills while the network trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/base.py"/>
        <source>This view cannot be drawn: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Counts of test samples by true and predicted class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>This view compares predicted with true classes: it needs a classifier and test samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>predicted (rows: true class)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>{count} of {total} samples of class {true} are taken for {predicted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>What training makes smaller: on the samples it learns from, and on those it never saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>How good the network is in numbers people use; choose which one to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Modes that receive samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>R²: share of the variance explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Share of good samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>Classes: each sample with its predicted (and true) class. Numbers: predicted against true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>Test predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>This view shows test samples: the data needs a test share above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>test sample {i}: predicted {said} ({p:.1%}), true {true}; input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>true value across, predicted value up; on the line they agree ({n} samples)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{wrong} of {total} wrong, wrong ones first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source> ({n} lie outside the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Generated, from fixed noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Images: a grid from fixed noise beside real ones. Points: both clouds in the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>This view shows what a generator makes: it needs an experiment of the kind GAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>blue: real, orange: generated, from {n} fixed noise vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>generated sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>real sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Decision surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Probability of the second class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>The network's answer at each point of the plane, with the samples on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>This view needs data with two features, such as Spiral or Moons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>(the first {n} kernels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Blue is positive, orange is negative; the scale is symmetric, so neutral is always zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Select a block with weights, such as Linear or Conv 2-D.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>{id}.weight  {shape}  mean {mean:.3g}  standard deviation {std:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Insert {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>No block is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Search blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Search blocks (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/command_palette.py"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/command_palette.py"/>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Open your own: CSV, images, MNIST files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>This data comes from a plug-in that is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Use the data {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n:,} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Add view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Choose what to watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Close the view {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Close this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Nothing is being watched. Choose a view with “Add view”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Open the view {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>This view comes from a plug-in that is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/notices.py"/>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/preview.py"/>
        <source>x{n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/problems.py"/>
        <source>Nothing is wrong. Press Play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Back to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Draw a network, press Play, and watch everything that happens inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Open a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Modes found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>One step (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Pause (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Play (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Reset to apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Reset: a fresh network at step 0 (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Seed of all chance: same seed, same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Show what is wrong and how to repair it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Steps / s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>The network changed after this run began. Reset trains the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Training steps per second at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Where the network is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>seed {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{name} • {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n} problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>The parameter names are not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>The parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>There is no parameter "{name}"; there are: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be at least {ge}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be at most {le}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be greater than {gt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be less than {lt}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be one of {expected}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>The plug-in {name} could not be loaded: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>There is no {kind} "{key}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>"{name}" is {came} in {path}, but {have} in this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>Check the free space and that the folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>Choose a file that was saved as weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>The weights cannot be saved to {path}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>There is no "{name}" ({have}) in {path}; it holds: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>These weights belong to another network; build the one they were saved with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>{path} is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>{path} is not a readable safetensors file: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>There is no device "{name}".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>This PyTorch has no CUDA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>This computer has no device "{name}" that PyTorch can use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>Use one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/run.py"/>
        <source>A batch takes {b} samples, but there are {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/run.py"/>
        <source>Lower the learning rate, or clip the gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="playground/train/run.py"/>
        <source>{name} became NaN or infinite at step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
