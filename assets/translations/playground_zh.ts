<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>playground</name>
    <message>
        <location filename="playground/__main__.py"/>
        <source>Did you mean the command {name}?</source>
        <translation>您要用的是命令 {name} 吗？</translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <source>The commands are: {names}.</source>
        <translation>可用的命令有：{names}。</translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <source>There is no command "{name}".</source>
        <translation>没有命令“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/__main__.py"/>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <location filename="playground/cli/bench.py"/>
        <location filename="playground/cli/settings.py"/>
        <location filename="playground/cli/usage.py"/>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/document/library.py"/>
        <location filename="playground/registry.py"/>
        <source>Did you mean {names}?</source>
        <translation>您指的是 {names} 吗？</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>Causal attention compares steps of one sequence, but {t} queries and {s} keys arrive.</source>
        <translation>因果注意力比较同一序列中的各步，但收到的是 {t} 个查询和 {s} 个键。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>Each key needs a value, but {key} and {value} arrive: {n} keys and {m} values.</source>
        <translation>每个键都需要一个值，但收到的是 {key} 和 {value}：{n} 个键和 {m} 个值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>Set {name} to {below}, or make the features a multiple of {heads}.</source>
        <translation>把 {name} 设为 {below}，或让特征数成为 {heads} 的倍数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>Switch causal off, or take both from sequences of the same length.</source>
        <translation>关闭因果，或让两者来自同样长的序列。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>Take key and value from sequences of the same length, mostly from one block.</source>
        <translation>让键和值来自同样长的序列，通常来自同一个模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <source>{features} features cannot be dealt out to {heads} heads in equal parts.</source>
        <translation>{features} 个特征无法平均分给 {heads} 个头。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_attention.py"/>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Each step sees itself and earlier steps only, never a later one.</source>
        <translation>每一步只看到自己和更早的步，从不看到更晚的步。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <source>Dropout acts between layers, but there is one layer.</source>
        <translation>Dropout 作用在层与层之间，但这里只有一层。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <source>Set num_layers to 2 or more, or dropout to 0.</source>
        <translation>把 num_layers 设为 2 或更大，或把 dropout 设为 0。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>A second network reads from the last step to the first; both outputs are joined.</source>
        <translation>另有一个网络从最后一步读到第一步；两者的输出拼接在一起。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>All steps, or the final state: of the last step forwards, the first one backwards.</source>
        <translation>所有步，或最终状态：正向取最后一步，反向取第一步。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Layers one above the other: each reads the sequence of the one below.</source>
        <translation>上下叠放的层数：每一层读取下面一层给出的序列。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Number of units = numbers in the state; each direction has those.</source>
        <translation>单元的个数，也就是状态中数的个数；每个方向各有这么多。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_recurrent.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Share of the numbers between two layers that are silenced while training.</source>
        <translation>训练时，两层之间被静默的数所占的比例。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>A padding of {padding} px is more than half of the {kernel} px window.</source>
        <translation>填充 {padding} px 超过了 {kernel} px 窗口的一半。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>A window that spans {span} × {span} px does not fit an image of {h} × {w} px with {padding} px of padding.</source>
        <translation>{h} × {w} px 的图像加上 {padding} px 填充后，仍放不下跨度为 {span} × {span} px 的窗口。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Make the kernel or its dilation smaller, add padding, or shrink the image less.</source>
        <translation>请减小卷积核或膨胀率，增加填充，或者让前面的层少缩小一些图像。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Use 1 group, or a number that divides {most}.</source>
        <translation>请设为 1 组，或能整除 {most} 的组数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>Use a padding of at most {most} px.</source>
        <translation>填充最多为 {most} px。</translation>
    </message>
    <message>
        <location filename="playground/blocks/_windows.py"/>
        <source>{groups} groups cannot evenly share {arriving} channels that arrive and {leaving} that leave.</source>
        <translation>{groups} 组无法平均分配 {arriving} 个输入通道和 {leaving} 个输出通道。</translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add needs equal shapes, but {first} and {second} arrive.</source>
        <translation>“相加”要求形状相同，但收到的是 {first} 和 {second}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Add tensors of the same shape, number by number: the shortcut of a residual network.</source>
        <translation>把形状相同的张量逐元素相加：残差网络的捷径连接就是这样做的。</translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <source>Change a block before it so that both are {first}: the number of neurons or channels, the stride or the padding. To put them side by side use Concat.</source>
        <translation>请修改前面某个模块的神经元数、通道数、步幅或填充，使两路都是 {first}。如果想把它们并排接在一起，请用“拼接”。</translation>
    </message>
    <message>
        <location filename="playground/blocks/add.py"/>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/concat.py"/>
        <location filename="playground/blocks/flatten.py"/>
        <location filename="playground/blocks/reshape.py"/>
        <location filename="playground/blocks/upsample.py"/>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Avg Pool 2-D</source>
        <translation>二维平均池化</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Count include pad</source>
        <translation>计入填充</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Replace every window by the average of its numbers: a smaller, smoother image.</source>
        <translation>把每个窗口换成其中数值的平均值，得到更小、更平滑的图像。</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Side of the square window whose numbers are averaged.</source>
        <translation>求平均的正方形窗口的边长。</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>The zeros of the padding count as numbers of the average.</source>
        <translation>求平均时把填充的零也算进去。</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <source>Zeros on every side of the image; at most half the window.</source>
        <translation>图像四周补零的宽度，最多为窗口的一半。</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Kernel size</source>
        <translation>核大小</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <location filename="playground/data/text.py"/>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Ceil mode</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Keeps a last window that hangs over the edge of the image.</source>
        <translation>保留末尾超出图像边缘的那个窗口。</translation>
    </message>
    <message>
        <location filename="playground/blocks/avg_pool2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Step between two windows; empty: the side of a window, so that none overlap.</source>
        <translation>相邻两个窗口的间隔；留空则等于窗口边长，窗口互不重叠。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Nothing is connected to the port "{port}" of {title}.</source>
        <translation>{title}的端口“{port}”没有连线。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Numbers without an axis, such as class labels, do not enter here.</source>
        <translation>没有轴的数（例如类别标签）不能从这里输入。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Flatten block before it.</source>
        <translation>请在它前面放一个“展平”模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Reshape block before it.</source>
        <translation>请在它前面放一个“重塑”模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Reshape block before it: channels, height, width, e.g. 1, 8, 8.</source>
        <translation>请在它前面放一个“重塑”模块，依次为通道数、高、宽，例如 1, 8, 8。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>Put a Reshape block before it: steps, features, e.g. 8, 8.</source>
        <translation>在前面放一个 Reshape 模块：步、特征，例如 8, 8。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>The port "{port}" of {title} takes one wire, but {n} arrive.</source>
        <translation>{title}的端口“{port}”只接一条连线，现在接了 {n} 条。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>a line of channels (channels, length)</source>
        <translation>一维多通道数据（通道数, 长度）</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>a sequence (steps, features)</source>
        <translation>序列（步，特征）</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>a sequence of tokens</source>
        <translation>词元序列</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>an image (channels, height, width)</source>
        <translation>图像（通道数, 高, 宽）</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>any tensor</source>
        <translation>任意张量</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>any tensor with at least one axis</source>
        <translation>至少有一个轴的张量</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>one axis (features)</source>
        <translation>一个轴（特征）</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>{first} or {second}</source>
        <translation>{first}或{second}</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <source>{title} needs {accepted}, but {shape} arrives.</source>
        <translation>{title}需要{accepted}，收到的却是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/dropout.py"/>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/causal_mask.py"/>
        <location filename="playground/blocks/feed_forward.py"/>
        <location filename="playground/blocks/matmul.py"/>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/positional_encoding.py"/>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/composite.py"/>
        <location filename="playground/blocks/linear.py"/>
        <source>Core</source>
        <translation>基础</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/composite_input.py"/>
        <location filename="playground/blocks/composite_output.py"/>
        <location filename="playground/blocks/features.py"/>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/embedding.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/last_step.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/mean_over_time.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/feed_forward.py"/>
        <location filename="playground/blocks/gelu.py"/>
        <location filename="playground/blocks/leaky_relu.py"/>
        <location filename="playground/blocks/relu.py"/>
        <location filename="playground/blocks/sigmoid.py"/>
        <location filename="playground/blocks/silu.py"/>
        <location filename="playground/blocks/softmax.py"/>
        <location filename="playground/blocks/tanh.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/blocks/film.py"/>
        <location filename="playground/blocks/minibatch_stddev.py"/>
        <location filename="playground/blocks/noise.py"/>
        <location filename="playground/blocks/time_embedding.py"/>
        <source>Generative</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/check/instances.py"/>
        <source>Draw a wire to it.</source>
        <translation>请给它拉一条连线。</translation>
    </message>
    <message>
        <location filename="playground/blocks/base.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Delete a wire, or join them with an Add or Concat block.</source>
        <translation>请删除一条连线，或用“相加”或“拼接”模块把它们合并。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Added to the variance, so that a constant feature does not divide by zero.</source>
        <translation>加在方差上的小量，避免特征恒定不变时除以零。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Batch Norm 1-D</source>
        <translation>一维批归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Each feature learns a scale and a shift of its own afterwards.</source>
        <translation>归一化之后，每个特征再学习自己的缩放和平移。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <source>Shift and scale each feature so that over the batch its mean is 0 and its variance 1.</source>
        <translation>平移并缩放每个特征，使它在一批样本上均值为 0、方差为 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>How fast the running averages follow: share of the newest batch.</source>
        <translation>滑动平均跟随的快慢：最新一批所占的比重。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Affine</source>
        <translation>仿射变换</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm1d.py"/>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Batch Norm 2-D</source>
        <translation>二维批归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <source>Shift and scale each channel so that over batch and pixels its mean is 0 and its variance 1.</source>
        <translation>平移并缩放每个通道，使它在整批样本的所有像素上均值为 0、方差为 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Added to the variance, so that a constant channel does not divide by zero.</source>
        <translation>加在方差上的小量，避免通道恒定不变时除以零。</translation>
    </message>
    <message>
        <location filename="playground/blocks/batch_norm2d.py"/>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Each channel learns a scale and a shift of its own afterwards.</source>
        <translation>归一化之后，每个通道再学习自己的缩放和平移。</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>A causal mask is for the scores of a sequence with itself, but {shape} arrives.</source>
        <translation>因果掩码用于序列与自身的得分，但收到的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>Causal mask</source>
        <translation>因果掩码</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>Diagonal</source>
        <translation>对角线</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>Hide later steps: their scores become -1e9, of which a softmax makes exactly 0.</source>
        <translation>隐藏更晚的步：它们的得分变为 -1e9，softmax 把它恰好变成 0。</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>Last step that is seen: 0 the step itself, -1 the one before it, 1 the one after it.</source>
        <translation>能看到的最后一步：0 为该步自己，-1 为它的前一步，1 为它的后一步。</translation>
    </message>
    <message>
        <location filename="playground/blocks/causal_mask.py"/>
        <source>Take queries and keys from the same sequence, or delete the mask.</source>
        <translation>让查询和键来自同一序列，或删除掩码。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <source>A piece of network made into one block, maybe repeated.</source>
        <translation>把网络的一部分做成一个模块，可以重复多次。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <source>Values of the parameters that the composite exposes.</source>
        <translation>复合模块所公开参数的值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <source>Which composite of the document this is.</source>
        <translation>这是文档中的哪一个复合模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Composite</source>
        <translation>复合模块</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>All repeats use the same weights, as in a recurrent network.</source>
        <translation>每次重复都使用同一组权重，就像循环网络那样。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>How many times it follows itself, output to input.</source>
        <translation>首尾相接、重复多少次：上一次的输出就是下一次的输入。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_input.py"/>
        <source>Input port</source>
        <translation>输入端口</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_input.py"/>
        <source>Name of the port, unique among the inputs.</source>
        <translation>端口名称，各输入之间不能重名。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_input.py"/>
        <source>Where a wire enters a composite: an argument of its forward function.</source>
        <translation>连线进入复合模块的地方，也就是其 forward 函数的参数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_output.py"/>
        <source>Name of the port, unique among the outputs.</source>
        <translation>端口名称，各输出之间不能重名。</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_output.py"/>
        <source>Output port</source>
        <translation>输出端口</translation>
    </message>
    <message>
        <location filename="playground/blocks/composite_output.py"/>
        <source>Where a wire leaves a composite: what its forward function returns.</source>
        <translation>连线离开复合模块的地方，也就是其 forward 函数的返回值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Axis along which they are joined: 1 = channels or features, -1 = the last axis.</source>
        <translation>沿哪个轴拼接：1 表示通道或特征，-1 表示最后一个轴。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Concat</source>
        <translation>拼接</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Concat along axis {axis} needs all other axes equal, but {first} and {second} arrive.</source>
        <translation>沿轴 {axis} 拼接要求其余各轴相同，但收到的是 {first} 和 {second}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Make the other axes equal, or put a Flatten block on both wires.</source>
        <translation>请让其余各轴相同，或在两条连线上各放一个“展平”模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Put tensors side by side along one axis, so that the next block sees all of them.</source>
        <translation>把几个张量沿一个轴并排接起来，让下一个模块能看到全部内容。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>There is no axis {dim} to join along: {shape} has the axes 1 to {last}, and axis 0 is the batch.</source>
        <translation>没有可供拼接的轴 {dim}：{shape} 的轴是 1 到 {last}，轴 0 是批。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <source>Use 1 for channels or features.</source>
        <translation>通道或特征请用 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/concat.py"/>
        <location filename="playground/blocks/softmax.py"/>
        <source>Dim</source>
        <translation>维度</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Conv 2-D</source>
        <translation>二维卷积</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Cuts the channels into groups that do not mix; one for each channel is depthwise.</source>
        <translation>把通道分成互不混合的组；每个通道自成一组就是深度卷积。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Each kernel adds a number of its own to its whole map.</source>
        <translation>每个卷积核给自己的整张特征图加上一个数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Number of kernels = number of maps that come out.</source>
        <translation>卷积核的个数，也就是输出特征图的张数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Side of each window: 3 sees a pixel and its 8 neighbours.</source>
        <translation>窗口的边长：3 表示看一个像素和它周围的 8 个像素。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Slide small learned windows over an image; each makes one map of where its pattern occurs.</source>
        <translation>让学到的小窗口在图像上滑动；每个窗口给出一张特征图，标出它的图案出现在哪里。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Step between the pixels of a window: 2 looks at every other pixel and sees farther.</source>
        <translation>窗口内像素的间隔：2 表示隔一个像素看一个，感受野更大。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Step between two windows: 2 halves height and width.</source>
        <translation>相邻两个窗口的间隔：2 使高和宽减半。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <source>Zeros around the image: 1 keeps the size with a 3 px kernel.</source>
        <translation>图像四周补零的宽度：核为 3 px 时，1 可保持尺寸不变。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Out channels</source>
        <translation>输出通道数</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/linear.py"/>
        <location filename="playground/blocks/multihead_attention.py"/>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv2d.py"/>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/blocks/max_pool2d.py"/>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>A padding of {padding} px cuts everything off an image of {h} × {w} px.</source>
        <translation>{padding} px 的填充会把 {h} × {w} px 的图像全部裁掉。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>An output padding of {padding} px is too large: with this stride and dilation it is at most {most} px.</source>
        <translation>输出填充 {padding} px 过大：在当前步幅和膨胀率下最多为 {most} px。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Conv Transpose 2-D</source>
        <translation>二维转置卷积</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Cuts the channels into groups that do not mix.</source>
        <translation>把通道分成互不混合的组。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Each map adds a number of its own to all its pixels.</source>
        <translation>每张特征图给自己的所有像素加上一个数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Make the output padding smaller or the stride larger.</source>
        <translation>请减小输出填充，或增大步幅。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Make the padding smaller or the kernel larger.</source>
        <translation>请减小填充，或增大卷积核。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Number of patterns an input pixel paints = number of maps.</source>
        <translation>每个输入像素画出的图案数，也就是特征图的张数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Paint a learned pattern for every pixel of a small image, side by side, to make a larger one.</source>
        <translation>为小图像的每个像素画出一个学到的图案，依次排开，拼成一张更大的图像。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Pixels cut off at every side of the painted image.</source>
        <translation>画好的图像四周要裁掉的像素数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Rows and columns added at the bottom and the right, to reach an exact size.</source>
        <translation>在底部和右侧补上的行和列，用来凑足准确的尺寸。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Side of each pattern; a multiple of the stride is smoothest.</source>
        <translation>每个图案的边长；取步幅的整数倍时最平滑。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Step between the pixels of a pattern: 2 spreads it over twice the width.</source>
        <translation>图案内像素的间隔：2 把图案铺开到两倍宽。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <source>Step between two patterns: 2 doubles height and width.</source>
        <translation>相邻两个图案的间隔：2 使高和宽加倍。</translation>
    </message>
    <message>
        <location filename="playground/blocks/conv_transpose2d.py"/>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Output padding</source>
        <translation>输出填充</translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>Share of the numbers that are silenced: 0.1 to 0.5 is usual.</source>
        <translation>被置零的数所占的比例，通常取 0.1 到 0.5。</translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>Silence random numbers while training, so that no neuron can rely on a single other one.</source>
        <translation>训练时随机把一部分数置零，使神经元不能只依赖某一个别的神经元。</translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <source>p</source>
        <translation>丢弃概率 p</translation>
    </message>
    <message>
        <location filename="playground/blocks/dropout.py"/>
        <location filename="playground/blocks/feed_forward.py"/>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <source>Embedding dim</source>
        <translation>嵌入维数</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <source>Look up a learned row of numbers for each token, so that a network can calculate with it.</source>
        <translation>为每个词元查出一行学到的数，使网络可以用它来计算。</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <source>Num embeddings</source>
        <translation>嵌入行数</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <source>Number of rows: one for each token of the vocabulary.</source>
        <translation>行数：词表中每个词元一行。</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <source>Numbers in a row = features of a step.</source>
        <translation>每行的数的个数，也就是每一步的特征数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/embedding.py"/>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>A wave from below to above, in radians.</source>
        <translation>从下到上的正弦波，以弧度为单位。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>A wave from left to right, in radians.</source>
        <translation>从左到右的正弦波，以弧度为单位。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>All features are switched off.</source>
        <translation>所有特征都已关闭。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Features are made of two coordinates, but {shape} arrives.</source>
        <translation>特征由两个坐标计算得到，但收到的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Hand on two coordinates, and functions of them that would take neurons to learn.</source>
        <translation>传递两个坐标，以及若干要用神经元才能学到的坐标函数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Large far above and below.</source>
        <translation>在远处的上方和下方取大值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Large far to the left and to the right.</source>
        <translation>在远处的左侧和右侧取大值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Positive where both coordinates have the same sign.</source>
        <translation>两个坐标同号处为正。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Switch at least one on.</source>
        <translation>请至少打开一个。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>The first coordinate itself.</source>
        <translation>第一个坐标本身。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>The second coordinate itself.</source>
        <translation>第二个坐标本身。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>Use data of the plane, or take the block away.</source>
        <translation>请使用平面数据，或去掉这个模块。</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>sin x₁</source>
        <translation>sin x₁</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>sin x₂</source>
        <translation>sin x₂</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>x₁</source>
        <translation>x₁</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>x₁x₂</source>
        <translation>x₁x₂</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>x₁²</source>
        <translation>x₁²</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>x₂</source>
        <translation>x₂</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <source>x₂²</source>
        <translation>x₂²</translation>
    </message>
    <message>
        <location filename="playground/blocks/features.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>Input features</source>
        <translation>输入特征</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>Feed-forward</source>
        <translation>前馈</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>Hidden features</source>
        <translation>隐藏特征数</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>Share of the output that is silenced in training.</source>
        <translation>训练时输出中被置零的比例。</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>What bends the numbers in between: without it both layers would be one.</source>
        <translation>用来弯曲中间的数：没有它，两层就等于一层。</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>Widen each step, bend it with an activation and narrow it again: half of a Transformer.</source>
        <translation>把每一步变宽，用激活函数弯曲，再变窄：Transformer 的一半。</translation>
    </message>
    <message>
        <location filename="playground/blocks/feed_forward.py"/>
        <source>Width in between; empty: four times the features that arrive.</source>
        <translation>中间的宽度；留空则为输入特征数的四倍。</translation>
    </message>
    <message>
        <location filename="playground/blocks/film.py"/>
        <source>FiLM</source>
        <translation>FiLM</translation>
    </message>
    <message>
        <location filename="playground/blocks/film.py"/>
        <source>FiLM needs a scale and a shift for each of {channels} channels: {wanted} numbers, but {n} arrive.</source>
        <translation>FiLM 需要为 {channels} 个通道各给一个缩放和一个平移：共 {wanted} 个数，但传来了 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/blocks/film.py"/>
        <source>Put a Linear block with {wanted} outputs before its port condition.</source>
        <translation>请在它的端口 condition 之前放一个有 {wanted} 个输出的线性层。</translation>
    </message>
    <message>
        <location filename="playground/blocks/film.py"/>
        <source>Scale and shift each channel by numbers that another part of the network gives.</source>
        <translation>用网络另一部分给出的数，对每个通道进行缩放和平移。</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Axes {start} to {end} cannot be joined: the tensor has the axes 1 to {last}.</source>
        <translation>无法合并轴 {start} 到 {end}：该张量的轴是 1 到 {last}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>End dim</source>
        <translation>结束维</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>First axis to join; axis 0 is the batch and stays.</source>
        <translation>要合并的第一个轴；轴 0 是批，保持不变。</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Last axis to join; -1 is the last one there is.</source>
        <translation>要合并的最后一个轴；-1 表示末尾的轴。</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Start dim</source>
        <translation>起始维</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Use a start dim of 1 and an end dim of -1 to join all axes.</source>
        <translation>要合并所有轴，请把起始维设为 1、结束维设为 -1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/flatten.py"/>
        <source>Write all numbers of an image one after the other in one line, row by row.</source>
        <translation>把图像的所有数逐行写下来，排成一条长长的向量。</translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>Approximate</source>
        <translation>近似方式</translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>Weigh each number by the chance that a normal random one is smaller: a ReLU with a soft bend.</source>
        <translation>给每个数乘上“标准正态随机数比它小”的概率：一种转折柔和的 ReLU。</translation>
    </message>
    <message>
        <location filename="playground/blocks/gelu.py"/>
        <source>none is exact; tanh is the approximation that GPT-2 was trained with.</source>
        <translation>none 为精确计算；tanh 是训练 GPT-2 时所用的近似。</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <source>Read a sequence step by step; a gate says how much of the state stays as it was.</source>
        <translation>逐步读取序列；由一个门决定状态中有多少保持不变。</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Bidirectional</source>
        <translation>双向</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Hidden size</source>
        <translation>隐藏单元数</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <source>Num layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <location filename="playground/blocks/gru.py"/>
        <location filename="playground/blocks/lstm.py"/>
        <location filename="playground/blocks/rnn.py"/>
        <location filename="playground/gui/panels/block_help.py"/>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Hands one field of the dataset, such as the image or the features, to the network.</source>
        <translation>把数据集的一个字段（例如图像或特征）交给网络。</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <source>Which field of the data enters here: x holds the features.</source>
        <translation>数据的哪个字段从这里输入：x 是特征。</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <location filename="playground/check/words.py"/>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <location filename="playground/gui/penalty_choice.py"/>
        <location filename="playground/parameters.py"/>
        <location filename="playground/train/checkpoint.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/gui/panels/block_help.py"/>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="playground/blocks/input.py"/>
        <location filename="playground/train/run.py"/>
        <source>The data has no field "{field}"; it has: {fields}.</source>
        <translation>数据没有字段“{field}”；现有字段：{fields}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Instance Norm 2-D</source>
        <translation>二维实例归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>One pixel a channel has no variance: nothing would be left of it.</source>
        <translation>每个通道只有一个像素时没有方差：什么也不会剩下。</translation>
    </message>
    <message>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Put it before the layer that leaves a single pixel, or use Layer Norm.</source>
        <translation>把它放到只剩一个像素的那一层之前，或使用层归一化。</translation>
    </message>
    <message>
        <location filename="playground/blocks/instance_norm2d.py"/>
        <source>Shift and scale each channel of each image so that its mean is 0 and its variance 1.</source>
        <translation>对每张图像的每个通道平移并缩放，使其均值为 0、方差为 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/last_step.py"/>
        <source>Last Step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <location filename="playground/blocks/last_step.py"/>
        <source>Take the last step of a sequence and leave out all others.</source>
        <translation>只取序列的最后一步，舍去其余各步。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Added to the variance, so that constant numbers do not divide by zero.</source>
        <translation>加在方差上的小量，避免数值恒定不变时除以零。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Each position learns a shift too, where it learns a scale.</source>
        <translation>学习缩放的位置同时也学习平移。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>How many of the last axes are normalised together; empty: an image as a whole, otherwise the last axis.</source>
        <translation>末尾有多少个轴一起归一化；留空时，图像整体归一化，其他数据只取最后一个轴。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Layer Norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Num axes</source>
        <translation>轴数</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Shift and scale the numbers of each sample so that their mean is 0 and their variance 1.</source>
        <translation>平移并缩放每个样本内的数，使其均值为 0、方差为 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>Use at most {rank}, or leave the number empty.</source>
        <translation>最多为 {rank}，也可以留空。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <source>{count} axes are to be normalised, but only {rank} arrive.</source>
        <translation>要归一化 {count} 个轴，但输入只有 {rank} 个轴。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>Each position learns a scale of its own afterwards.</source>
        <translation>归一化之后，每个位置再学习自己的缩放。</translation>
    </message>
    <message>
        <location filename="playground/blocks/layer_norm.py"/>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>Elementwise affine</source>
        <translation>逐元素仿射</translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Keep positive numbers and shrink negative ones, so that a neuron never stops learning.</source>
        <translation>正数不变，负数缩小，这样神经元永远不会停止学习。</translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>Negative slope</source>
        <translation>负半轴斜率</translation>
    </message>
    <message>
        <location filename="playground/blocks/leaky_relu.py"/>
        <source>What negative numbers are multiplied by; 0 makes it a plain ReLU.</source>
        <translation>负数要乘的系数；设为 0 就是普通的 ReLU。</translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Each neuron adds a number of its own to its weighted sum.</source>
        <translation>每个神经元在加权和上再加一个自己的数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Each neuron weighs all inputs, adds them up and adds its bias.</source>
        <translation>每个神经元给所有输入加权、求和，再加上自己的偏置。</translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Linear</source>
        <translation>线性层</translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Number of neurons = number of outputs.</source>
        <translation>神经元的个数，也就是输出的个数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/linear.py"/>
        <source>Out features</source>
        <translation>输出特征数</translation>
    </message>
    <message>
        <location filename="playground/blocks/lstm.py"/>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <location filename="playground/blocks/lstm.py"/>
        <source>Read a sequence step by step with a memory that gates write, keep and show.</source>
        <translation>逐步读取序列，并带有一份记忆，由门来写入、保持和输出。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Change the features of a block before it, or switch transpose of the second.</source>
        <translation>改变前面某个模块的特征数，或切换第二个的转置。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Divide by the square root of the numbers in a row, as attention does.</source>
        <translation>除以一行中数的个数的平方根，与注意力相同。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Matrix product</source>
        <translation>矩阵乘积</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Multiply two tensors as matrices: rows of the first with columns of the second.</source>
        <translation>把两个张量作为矩阵相乘：第一个的行乘第二个的列。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Rows with rows: each query with each key, where keys are rows.</source>
        <translation>行与行相乘：每个查询与每个键，键为各行。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>Transpose other</source>
        <translation>转置第二个</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>{first} and {second} cannot be multiplied: each row has {n} numbers, and {m} are needed.</source>
        <translation>{first} 与 {second} 不能相乘：每行有 {n} 个数，而需要 {m} 个。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <source>{first} and {second} cannot be multiplied: they need as many heads each.</source>
        <translation>{first} 与 {second} 不能相乘：两者的头数必须相同。</translation>
    </message>
    <message>
        <location filename="playground/blocks/matmul.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Border on every side that never wins; at most half the window.</source>
        <translation>四周补上的边，取最大值时永远不会被选中；最多为窗口的一半。</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Keep only the largest number of every window, which says whether a pattern was near.</source>
        <translation>每个窗口只保留最大的数，它说明附近有没有出现某种图案。</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Make the dilation smaller, or the padding 0.</source>
        <translation>请减小膨胀率，或把填充设为 0。</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Max Pool 2-D</source>
        <translation>二维最大池化</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Side of the square window in which the largest number wins.</source>
        <translation>取最大值的正方形窗口的边长。</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>Step between the pixels of a window: 2 looks at every other pixel.</source>
        <translation>窗口内像素的间隔：2 表示隔一个像素看一个。</translation>
    </message>
    <message>
        <location filename="playground/blocks/max_pool2d.py"/>
        <source>With a dilation of {dilation} px and {padding} px of padding some windows see no pixel of an image of {h} × {w} px.</source>
        <translation>膨胀率为 {dilation} px、填充为 {padding} px 时，有些窗口看不到 {h} × {w} px 图像的任何像素。</translation>
    </message>
    <message>
        <location filename="playground/blocks/mean_over_time.py"/>
        <source>Average each feature over all steps of a sequence: how much of it there was, not when.</source>
        <translation>把每个特征在序列的所有步上取平均：只看有多少，不看何时出现。</translation>
    </message>
    <message>
        <location filename="playground/blocks/mean_over_time.py"/>
        <source>Mean over Time</source>
        <translation>按时间平均</translation>
    </message>
    <message>
        <location filename="playground/blocks/minibatch_stddev.py"/>
        <source>Add one feature or channel that says how much the samples of the batch differ.</source>
        <translation>增加一个特征或通道，表示这一批样本之间相差多少。</translation>
    </message>
    <message>
        <location filename="playground/blocks/minibatch_stddev.py"/>
        <source>Minibatch Stddev</source>
        <translation>小批量标准差</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <source>Each step asks all steps, weighs their answers by how well they fit, and mixes them.</source>
        <translation>每一步询问所有步，按匹配程度为它们的回答加权，再混合起来。</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <source>Multi-head attention</source>
        <translation>多头注意力</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <source>Share of the attention weights that are silenced in training.</source>
        <translation>训练时注意力权重中被置零的比例。</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <source>The projections add learned numbers of their own.</source>
        <translation>各投影加上自己学到的数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/positional_encoding.py"/>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Number of heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <location filename="playground/blocks/multihead_attention.py"/>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Number of heads; the features are dealt out to them in equal parts.</source>
        <translation>头的数量；特征平均分给它们。</translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <source>Fresh random numbers for each sample; a generator learns to turn them into data.</source>
        <translation>为每个样本提供全新的随机数；生成器学着把它们变成数据。</translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <source>How many random numbers a sample is made from (latent size).</source>
        <translation>生成一个样本所用随机数的个数（潜变量维数）。</translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <location filename="playground/blocks/time_embedding.py"/>
        <source>Features</source>
        <translation>噪声维数</translation>
    </message>
    <message>
        <location filename="playground/blocks/noise.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Base</source>
        <translation>底数</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>For rotary: heads of the attention behind it; each is turned alike.</source>
        <translation>用于旋转编码：其后注意力的头数；每个头旋转方式相同。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>For sine and rotary: the longest wave is this times as long as the shortest, almost.</source>
        <translation>用于正弦和旋转编码：最长的波大约是最短的波的这么多倍。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Make the features a multiple of {n}, or take fewer heads.</source>
        <translation>让特征数成为 {n} 的倍数，或减少头数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Mark each step with its place: attention alone would not tell one order from another.</source>
        <translation>为每一步标出位置：只靠注意力无法区分不同的顺序。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Rotary turns pairs: {features} features are no multiple of 2 for each of {heads} heads.</source>
        <translation>旋转编码旋转数对：{features} 个特征不能让 {heads} 个头各得 2 的倍数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <source>Waves that are added, learned rows that are added, or pairs that are turned.</source>
        <translation>相加的波、相加的已学行，或被旋转的数对。</translation>
    </message>
    <message>
        <location filename="playground/blocks/positional_encoding.py"/>
        <location filename="playground/cli/check.py"/>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <location filename="playground/blocks/relu.py"/>
        <source>Keep positive numbers and turn negative ones into 0: the standard bend between two layers.</source>
        <translation>正数不变，负数变为 0：两层之间最常用的非线性。</translation>
    </message>
    <message>
        <location filename="playground/blocks/relu.py"/>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Arrange the same numbers in another shape, such as 64 features as an image of 8 × 8 pixels.</source>
        <translation>把同样的数排成另一种形状，例如把 64 个特征排成 8 × 8 像素的图像。</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Choose sizes whose product is {have}; one of them can be -1.</source>
        <translation>请选择乘积为 {have} 的尺寸；其中一个可以是 -1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Reshape</source>
        <translation>重塑</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>Sizes of one sample, e.g. 1, 8, 8: channels, height, width; one -1 is worked out.</source>
        <translation>单个样本各轴的尺寸，例如 1, 8, 8 表示通道数、高、宽；其中一个 -1 会自动算出。</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>a shape has 1 to 8 sizes</source>
        <translation>形状要有 1 到 8 个尺寸</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>a shape is whole numbers with commas, such as 1, 8, 8</source>
        <translation>形状由逗号分隔的整数组成，例如 1, 8, 8</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>each size is at least 1, or -1 to be worked out</source>
        <translation>每个尺寸至少为 1，或用 -1 表示自动算出</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>only one size can be -1</source>
        <translation>只能有一个尺寸为 -1</translation>
    </message>
    <message>
        <location filename="playground/blocks/reshape.py"/>
        <source>{have} numbers ({shape}) cannot be arranged as {wanted}.</source>
        <translation>{have} 个数（{shape}）无法排成 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>Added to the mean square, so that zeros do not divide by zero.</source>
        <translation>加到均方上，使全零不会除以零。</translation>
    </message>
    <message>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>RMS Norm</source>
        <translation>RMS 归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/rms_norm.py"/>
        <source>Scale the numbers of each step so that their mean square is 1, without shifting them.</source>
        <translation>缩放每一步的数，使其均方为 1，但不平移。</translation>
    </message>
    <message>
        <location filename="playground/blocks/rnn.py"/>
        <source>Function of the weighted sum: tanh keeps states small, relu lets them grow.</source>
        <translation>作用于加权和的函数：tanh 使状态保持较小，relu 则任其增长。</translation>
    </message>
    <message>
        <location filename="playground/blocks/rnn.py"/>
        <source>Nonlinearity</source>
        <translation>非线性函数</translation>
    </message>
    <message>
        <location filename="playground/blocks/rnn.py"/>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <location filename="playground/blocks/rnn.py"/>
        <source>Read a sequence step by step; the state mixes what arrives with what was there before.</source>
        <translation>逐步读取序列；状态把新到的内容与之前的内容混合起来。</translation>
    </message>
    <message>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <source>Dot-product attention</source>
        <translation>点积注意力</translation>
    </message>
    <message>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <source>Give the blocks before them the same number of features.</source>
        <translation>让它们前面的模块有相同的特征数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <source>Mix values: each query takes most from the keys it is most alike. Nothing is learned here.</source>
        <translation>混合各个值：每个查询从与它最相似的键取得最多。这里不学习任何东西。</translation>
    </message>
    <message>
        <location filename="playground/blocks/scaled_dot_product_attention.py"/>
        <source>Queries and keys are compared number by number, but {query} and {key} arrive.</source>
        <translation>查询与键逐数比较，但收到的是 {query} 和 {key}。</translation>
    </message>
    <message>
        <location filename="playground/blocks/sigmoid.py"/>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <location filename="playground/blocks/sigmoid.py"/>
        <source>Squeeze every number between 0 and 1, so that it can be read as a probability.</source>
        <translation>把每个数压缩到 0 和 1 之间，这样可以当作概率来看。</translation>
    </message>
    <message>
        <location filename="playground/blocks/silu.py"/>
        <source>Multiply each number by its own sigmoid: a smooth ReLU that dips a little below 0.</source>
        <translation>每个数乘以它自己的 sigmoid：一种平滑的 ReLU，在 0 以下略有下探。</translation>
    </message>
    <message>
        <location filename="playground/blocks/silu.py"/>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Axis along which the probabilities make 1: -1 = the last, 1 = channels or features.</source>
        <translation>概率沿哪个轴加起来等于 1：-1 表示最后一个轴，1 表示通道或特征。</translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>There is no axis {dim} to sum along: the tensor has the axes 1 to {last}, and axis 0 is the batch, whose samples must not mix.</source>
        <translation>没有可供求和的轴 {dim}：该张量的轴是 1 到 {last}，轴 0 是批，批内的样本不能混在一起。</translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Turn scores into probabilities: all positive, and together they make 1.</source>
        <translation>把得分变成概率：全为正数，总和为 1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/softmax.py"/>
        <source>Use -1 for the last axis.</source>
        <translation>最后一个轴请用 -1。</translation>
    </message>
    <message>
        <location filename="playground/blocks/tanh.py"/>
        <source>Squeeze every number smoothly between -1 and 1; around 0 it changes almost nothing.</source>
        <translation>把每个数平滑地压缩到 -1 和 1 之间；在 0 附近几乎不改变数值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/tanh.py"/>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <location filename="playground/blocks/time_embedding.py"/>
        <source>How many waves: half of them sines, half of them cosines.</source>
        <translation>波的个数：一半是正弦，一半是余弦。</translation>
    </message>
    <message>
        <location filename="playground/blocks/time_embedding.py"/>
        <source>Time embedding</source>
        <translation>时间嵌入</translation>
    </message>
    <message>
        <location filename="playground/blocks/time_embedding.py"/>
        <source>Waves of many lengths that say how noisy a sample is; the network has to know how far to go.</source>
        <translation>用多种波长的波表示样本有多少噪声；网络必须知道还要走多远。</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Attention between steps, then a small network on each step; both add to what was there.</source>
        <translation>先是各步之间的注意力，再是每一步上的小网络；两者都加到原有的数上。</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Dim feedforward</source>
        <translation>前馈宽度</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Norm first</source>
        <translation>先归一化</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Normalise before attention and network, which trains well without a warm-up.</source>
        <translation>在注意力和网络之前归一化，不需预热也能训练得好。</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Share of the numbers that are silenced in training, all over it.</source>
        <translation>训练时整层中被置零的数的比例。</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Transformer layer</source>
        <translation>Transformer 层</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>What bends the numbers in the middle of the network on each step.</source>
        <translation>用来弯曲每一步上的网络中间的数。</translation>
    </message>
    <message>
        <location filename="playground/blocks/transformer_encoder_layer.py"/>
        <source>Width of the network on each step, in its middle.</source>
        <translation>每一步上的网络中间的宽度。</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Enlarge an image by a whole factor: copy every pixel, or blend between neighbours.</source>
        <translation>把图像放大整数倍：复制每个像素，或在相邻像素之间插值。</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>How many times as high and wide it becomes.</source>
        <translation>高和宽放大到原来的多少倍。</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Mode</source>
        <translation>插值方式</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Scale factor</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>Upsample</source>
        <translation>上采样</translation>
    </message>
    <message>
        <location filename="playground/blocks/upsample.py"/>
        <source>nearest copies each pixel; bilinear blends the four around it.</source>
        <translation>nearest 直接复制像素；bilinear 由周围四个像素插值。</translation>
    </message>
    <message>
        <location filename="playground/build/copies.py"/>
        <source>the groups of {id} have other channels</source>
        <translation>{id} 各组的通道数变了</translation>
    </message>
    <message>
        <location filename="playground/build/copies.py"/>
        <source>{id} bends the probabilities of a softmax, which copies share</source>
        <translation>{id} 会改变 softmax 的概率，而这些概率由各副本共享</translation>
    </message>
    <message>
        <location filename="playground/build/copies.py"/>
        <source>{id} cannot be resized and starts afresh</source>
        <translation>{id} 无法调整大小，将重新初始化</translation>
    </message>
    <message>
        <location filename="playground/build/copies.py"/>
        <source>{id} weighs up {new} units that are copies of {old}, and not as many of each</source>
        <translation>{id} 要对 {new} 个单元加权，它们是 {old} 的副本，而且各自的份数不同</translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>Name that input block as an input of the model, or take the wire away.</source>
        <translation>请把那个输入模块设为模型的输入，或去掉这条连线。</translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>The block "{id}" needs "{source}", which no input of the model leads to.</source>
        <translation>模块“{id}”需要“{source}”，但模型的任何输入都到不了它。</translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <source>The document does not say which blocks are the model.</source>
        <translation>文档没有说明哪些模块构成模型。</translation>
    </message>
    <message>
        <location filename="playground/build/modules.py"/>
        <location filename="playground/check/models.py"/>
        <source>Name its input and its output block.</source>
        <translation>请指定它的输入模块和输出模块。</translation>
    </message>
    <message>
        <location filename="playground/build/recurrent.py"/>
        <source>{id} has other layers or directions</source>
        <translation>{id} 的层数或方向变了</translation>
    </message>
    <message>
        <location filename="playground/check/check.py"/>
        <source>Delete one of the wires: data flows from the input to the output only.</source>
        <translation>请删除其中一条连线：数据只能从输入流向输出。</translation>
    </message>
    <message>
        <location filename="playground/check/check.py"/>
        <source>These blocks feed each other in a circle: {names}.</source>
        <translation>这些模块首尾相接，形成了环：{names}。</translation>
    </message>
    <message>
        <location filename="playground/check/composed.py"/>
        <source>the weights of {id} are shared, but {shape} arrives at another repeat.</source>
        <translation>{id} 的权重是共享的，但另一次重复收到的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <source>Report this to whoever wrote the dataset; the log has the details.</source>
        <translation>请告知该数据集的作者；详情见日志。</translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <source>The data is being read.</source>
        <translation>正在读取数据。</translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <source>The dataset "{key}" failed in its own code: {error}.</source>
        <translation>数据集“{key}”自身的代码出错：{error}。</translation>
    </message>
    <message>
        <location filename="playground/check/data.py"/>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/training.py"/>
        <location filename="playground/experiments/_language.py"/>
        <source>Use {name}</source>
        <translation>使用 {name}</translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/instances.py"/>
        <source>Delete the wire {wire}</source>
        <translation>删除连线 {wire}</translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/memory.py"/>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Set {name} of {id} to {value}</source>
        <translation>把 {id} 的 {name} 设为 {value}</translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/models.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <location filename="playground/train/health/repairs.py"/>
        <source>Delete {id}</source>
        <translation>删除 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/check/roles.py"/>
        <location filename="playground/experiments/_fit.py"/>
        <location filename="playground/train/health/repairs.py"/>
        <source>Insert {blocks} after {id}</source>
        <translation>在 {id} 之后插入{blocks}</translation>
    </message>
    <message>
        <location filename="playground/check/fixes.py"/>
        <location filename="playground/train/health/repairs.py"/>
        <source>Change {id} to {block}</source>
        <translation>把 {id} 改为{block}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Draw a wire to it, inside of the composite.</source>
        <translation>请在复合模块内部给它拉一条连线。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Repeat it less often.</source>
        <translation>请减少重复次数。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Set repeat to 1, or give it an input of the same name for each output.</source>
        <translation>请把重复次数设为 1，或为每个输出设一个同名的输入。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Take it back.</source>
        <translation>请取消公开。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Take the inner one out of it.</source>
        <translation>请把里面的那个移出来。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Take the inner one out of {id}</source>
        <translation>把里面的那个移出 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>The composite "{id}" contains itself.</source>
        <translation>复合模块“{id}”包含了它自己。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>The exposed parameter "{name}" leads to {end}, which does not exist.</source>
        <translation>公开的参数“{name}”指向 {end}，但它不存在。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Unmute it, or give it an input of the same name for each output.</source>
        <translation>请取消绕过，或为每个输出设一个同名的输入。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>Unmute {id}</source>
        <translation>取消绕过 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>With all repeats there would be more than {n} blocks.</source>
        <translation>算上所有重复，模块总数会超过 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <source>{id} cannot be muted: its outputs lead to none of its inputs.</source>
        <translation>{id} 不能绕过：它的输出没有对应的输入。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/parameters.py"/>
        <source>Remove {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/repairs/wires.py"/>
        <source>Connect {source} to {id}</source>
        <translation>把 {source} 连接到 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/repairs/wires.py"/>
        <source>Connect {wire}</source>
        <translation>连接 {wire}</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Choose another block.</source>
        <translation>请选择别的模块。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Draw the wire to another port, or delete it.</source>
        <translation>请把连线接到别的端口，或删除它。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>Nothing is connected to the port "{port}" of {id}.</source>
        <translation>{id} 的端口“{port}”没有连线。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/check/shapes.py"/>
        <source>The wire {wire} ends at "{port}", but {id} has no such port; it has: {names}.</source>
        <translation>连线 {wire} 的终点是“{port}”，但 {id} 没有这个端口；现有端口：{names}。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/document/composites/definitions.py"/>
        <source>There is no composite "{id}".</source>
        <translation>没有复合模块“{id}”。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/document/composites/interface.py"/>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>{id} cannot be repeated: its outputs lead to none of its inputs.</source>
        <translation>{id} 不能重复：它的输出没有对应的输入。</translation>
    </message>
    <message>
        <location filename="playground/check/instances.py"/>
        <location filename="playground/parameters.py"/>
        <source>There is no parameter "{name}"; there are: {names}.</source>
        <translation>没有参数“{name}”；现有参数：{names}。</translation>
    </message>
    <message>
        <location filename="playground/check/memory.py"/>
        <source>Make all hidden layers {n} times narrower</source>
        <translation>把所有隐藏层的宽度缩小到 1/{n}</translation>
    </message>
    <message>
        <location filename="playground/check/memory.py"/>
        <source>Make layers or batches smaller, or take an optimiser that remembers less.</source>
        <translation>请减小层或批的大小，或改用状态较少的优化器。</translation>
    </message>
    <message>
        <location filename="playground/check/memory.py"/>
        <source>This network has {n:,} parameters. Training it takes at least {total} of memory: weights {weights}, gradients {gradients}, optimiser {optimizer}, activations of a batch of {batch:,} {activations}. It can have {free}.</source>
        <translation>这个网络有 {n:,} 个参数，训练它至少需要 {total} 内存：权重 {weights}，梯度 {gradients}，优化器 {optimizer}，每批 {batch:,} 个样本的激活值 {activations}。可用内存为 {free}。</translation>
    </message>
    <message>
        <location filename="playground/check/memory.py"/>
        <source>Use sgd without momentum, which remembers nothing</source>
        <translation>改用不带动量的 sgd，它没有状态</translation>
    </message>
    <message>
        <location filename="playground/check/memory.py"/>
        <location filename="playground/experiments/_batches.py"/>
        <source>Set the batch size to {n}</source>
        <translation>把批大小设为 {n}</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Choose its input and its output block.</source>
        <translation>请选择它的输入模块和输出模块。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Choose one, or delete what is not needed.</source>
        <translation>请选择一个，或删除不需要的模块。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect an Input block with the first layer.</source>
        <translation>请把“输入”模块与第一层连起来。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect it, make it the output, or delete it.</source>
        <translation>请把它连上、设为输出，或者删除它。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Connect them, or choose another input or output.</source>
        <translation>请把它们连起来，或另选输入或输出。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Drag blocks from the palette, or start from a preset.</source>
        <translation>请从模块库拖入模块，或从预设开始。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Give it one of these names, or remove it.</source>
        <translation>请给它其中一个名称，或移除它。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>In the model "{role}" no wires lead from {input} to {output}.</source>
        <translation>模型“{role}”中没有从 {input} 通到 {output} 的连线。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Make it an input of the model, or delete its wire.</source>
        <translation>请把它设为模型的输入，或删除它的连线。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Make {id} the output</source>
        <translation>把 {id} 设为输出</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Make {names} an input of the model</source>
        <translation>把 {names} 设为模型的输入</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Name the input and the output block of each.</source>
        <translation>请分别指定各模型的输入模块和输出模块。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>No block depends on an Input block, so there is nothing to train.</source>
        <translation>没有模块从“输入”模块得到数据，因此没有可训练的内容。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>Several blocks could be the output of the network: {names}.</source>
        <translation>有多个模块都可能是网络的输出：{names}。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The canvas is empty.</source>
        <translation>画布是空的。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The document does not say which blocks are the models {names}.</source>
        <translation>文档没有说明哪些模块构成模型 {names}。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" begins or ends at "{id}", but no block has that id.</source>
        <translation>模型“{role}”的起点或终点是“{id}”，但没有这个 id 的模块。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" depends on {id}, which is not one of its inputs.</source>
        <translation>模型“{role}”依赖 {id}，但它不是该模型的输入。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" is not trained; this kind of training knows: {roles}.</source>
        <translation>模型“{role}”不会被训练；这种训练方式使用的模型是：{roles}。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>The model "{role}" names no input block.</source>
        <translation>模型“{role}”没有指定输入模块。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>This kind of training needs a model "{role}".</source>
        <translation>这种训练方式需要模型“{role}”。</translation>
    </message>
    <message>
        <location filename="playground/check/models.py"/>
        <source>{id} is not part of a model: it is neither trained nor used.</source>
        <translation>{id} 不属于任何模型：既不会被训练，也不会被使用。</translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Rename {name} to {new}</source>
        <translation>把 {name} 重命名为 {new}</translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Reset {names} to their defaults</source>
        <translation>把 {names} 恢复为默认值</translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <source>Reset {name} to {value}</source>
        <translation>把 {name} 恢复为 {value}</translation>
    </message>
    <message>
        <location filename="playground/check/parameters.py"/>
        <location filename="playground/experiments/_players.py"/>
        <source>Set {name} to {value}</source>
        <translation>把 {name} 设为 {value}</translation>
    </message>
    <message>
        <location filename="playground/check/repairs/ranks.py"/>
        <source>Move {id} after {other}</source>
        <translation>把 {id} 移到 {other} 之后</translation>
    </message>
    <message>
        <location filename="playground/check/repairs/ranks.py"/>
        <location filename="playground/check/repairs/sizes.py"/>
        <location filename="playground/check/repairs/wires.py"/>
        <location filename="playground/check/tokens.py"/>
        <location filename="playground/train/health/repairs.py"/>
        <source>Insert {blocks} before {id}</source>
        <translation>在 {id} 之前插入{blocks}</translation>
    </message>
    <message>
        <location filename="playground/check/repairs/sizes.py"/>
        <source>Insert {blocks} on {source} → {id}</source>
        <translation>在 {source} → {id} 上插入 {blocks}</translation>
    </message>
    <message>
        <location filename="playground/check/repairs/wires.py"/>
        <source>Keep only the wire from {id}</source>
        <translation>只保留来自 {id} 的连线</translation>
    </message>
    <message>
        <location filename="playground/check/repeated.py"/>
        <source>Give each repeat of {id} weights of its own</source>
        <translation>让 {id} 的每次重复使用各自的权重</translation>
    </message>
    <message>
        <location filename="playground/check/repeated.py"/>
        <source>In a test it fits none of them. Use layer normalisation, or separate weights.</source>
        <translation>测试时，这个平均值对哪一次都不合适。请改用层归一化，或使用各自的权重。</translation>
    </message>
    <message>
        <location filename="playground/check/repeated.py"/>
        <source>Let it give what it takes, or repeat it less often.</source>
        <translation>请让它的输出与输入一致，或减少重复次数。</translation>
    </message>
    <message>
        <location filename="playground/check/repeated.py"/>
        <source>The output of {id} ({gives}) does not fit its own input ({takes}): {reason}</source>
        <translation>{id} 的输出（{gives}）与它自己的输入（{takes}）不匹配：{reason}</translation>
    </message>
    <message>
        <location filename="playground/check/repeated.py"/>
        <source>{norm} is shared by all repeats of {id}: it averages over what arrives at each.</source>
        <translation>{norm} 由 {id} 的各次重复共享：它会把各次收到的数据混在一起求平均。</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Call the model {role} {new}</source>
        <translation>把模型 {role} 重命名为 {new}</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Insert {blocks}</source>
        <translation>插入{blocks}</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Remove the model {role}</source>
        <translation>移除模型 {role}</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Use {id} as the output</source>
        <translation>用 {id} 作为输出</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Use {inputs} as input and {output} as output</source>
        <translation>用 {inputs} 作为输入、{output} 作为输出</translation>
    </message>
    <message>
        <location filename="playground/check/roles.py"/>
        <source>Use {models}</source>
        <translation>使用 {models}</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>1 number</source>
        <translation>1 个数</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Delete it: only the inside of a composite has ports.</source>
        <translation>请删除它：只有复合模块的内部才有端口。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Draw a wire to it: it takes {accepted}.</source>
        <translation>请给它拉一条连线：它接受{accepted}。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Let {id} come later, or delete it.</source>
        <translation>请把 {id} 移到后面，或删除它。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>Report this to whoever wrote the block; the log has the details.</source>
        <translation>请告知该模块的作者；详情见日志。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>The block "{block}" failed in its own code: {error}.</source>
        <translation>模块“{block}”自身的代码出错：{error}。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>The port "{port}" of {id} takes one wire, but {n} arrive.</source>
        <translation>{id} 的端口“{port}”只接一条连线，现在接了 {n} 条。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>a class label</source>
        <translation>一个类别标签</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>{id} is the port of a composite, but lies in none.</source>
        <translation>{id} 是复合模块的端口，但它不在任何复合模块中。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <source>{id} needs {accepted}, but {source} gives {shape}.</source>
        <translation>{id} 需要{accepted}，但 {source} 给出的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/check/shapes.py"/>
        <location filename="playground/gui/depth/_panels.py"/>
        <source>{n} numbers</source>
        <translation>{n} 个数</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>Connect it with an Input block that reads tokens, or choose other data.</source>
        <translation>请把它连到读取词元的 Input 模块，或选择其他数据。</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>Give it {n} rows.</source>
        <translation>给它 {n} 行。</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>Put an Embedding block between them: it has a row of numbers for each token.</source>
        <translation>在两者之间放一个 Embedding 模块：它为每个词元存有一行数。</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>{id} calculates with numbers, but {source} gives tokens.</source>
        <translation>{id} 要用数来计算，但 {source} 给出的是词元。</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>{id} has {rows} rows, but there are {n} tokens.</source>
        <translation>{id} 有 {rows} 行，但词元有 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/check/tokens.py"/>
        <source>{id} takes tokens, but {source} gives numbers.</source>
        <translation>{id} 接受词元，但 {source} 给出的是数。</translation>
    </message>
    <message>
        <location filename="playground/check/training.py"/>
        <source>Report this to whoever wrote it; the log has the details.</source>
        <translation>请告知它的作者；详情见日志。</translation>
    </message>
    <message>
        <location filename="playground/check/training.py"/>
        <source>The kind of training "{key}" failed in its own code: {error}.</source>
        <translation>训练方式“{key}”自身的代码出错：{error}。</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>+ {block}</source>
        <translation>+ {block}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>as the training</source>
        <translation>与训练相同</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>other models</source>
        <translation>模型有变</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>other {name}</source>
        <translation>其他 {name}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>rewired</source>
        <translation>连线有变</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>steps</source>
        <translation>总步数</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{id} frozen</source>
        <translation>冻结 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{id} heard again</source>
        <translation>取消绕过 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{id} muted</source>
        <translation>绕过 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{id} regularisation</source>
        <translation>{id} 的正则化</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{id} thawed</source>
        <translation>解冻 {id}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>{name} {old} → {new}</source>
        <translation>{name} {old} → {new}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <source>− {block}</source>
        <translation>− {block}</translation>
    </message>
    <message>
        <location filename="playground/check/words.py"/>
        <location filename="playground/registry.py"/>
        <source>experiment</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>Draw a neural network, press Play, and watch it learn. `playground [FILE]` opens the window; the commands work without one.</source>
        <translation>画出神经网络，点“开始”，看着它学习。`playground [FILE]` 打开窗口；各个命令不需要窗口。</translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>FILE is the path of a document or the name of a preset, such as digits-cnn.</source>
        <translation>FILE 是文档的路径，或预设的名称，例如 digits-cnn。</translation>
    </message>
    <message>
        <location filename="playground/cli/app.py"/>
        <source>Show the version.</source>
        <translation>显示版本号。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Run benchmarks; each prints one line a case.</source>
        <translation>运行基准测试；每个用例输出一行。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Run them in a clone of the source code.</source>
        <translation>请在源代码的克隆中运行。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>The benchmarks are not part of an installed package.</source>
        <translation>安装包中不含基准测试。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>There is no benchmark "{name}".</source>
        <translation>没有基准测试“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>Which ones; all unless given.</source>
        <translation>要运行哪些；不指定则全部运行。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <source>{path} is not a Python file.</source>
        <translation>{path} 不是 Python 文件。</translation>
    </message>
    <message>
        <location filename="playground/cli/bench.py"/>
        <location filename="playground/cli/settings.py"/>
        <location filename="playground/cli/snapshot.py"/>
        <location filename="playground/gui/snapshot.py"/>
        <source>There are: {names}.</source>
        <translation>可用的有：{names}。</translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <source>List all blocks with their ports and parameters.</source>
        <translation>列出所有模块及其端口和参数。</translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <source>Key</source>
        <translation>键名</translation>
    </message>
    <message>
        <location filename="playground/cli/blocks.py"/>
        <location filename="playground/cli/datasets.py"/>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Block</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>FLOPs a sample</source>
        <translation>每样本 FLOPs</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Gives</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Show shapes, parameters, FLOPs and problems of a document, block by block.</source>
        <translation>逐模块显示文档的形状、参数量、FLOPs 和问题。</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <source>Takes</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <location filename="playground/gui/panels/problem_card.py"/>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="playground/cli/check.py"/>
        <location filename="playground/gui/panels/problem_card.py"/>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="playground/cli/datasets.py"/>
        <source>List all datasets with their parameters.</source>
        <translation>列出所有数据集及其参数。</translation>
    </message>
    <message>
        <location filename="playground/cli/datasets.py"/>
        <source>What it is</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Devices: {names}.</source>
        <translation>设备：{names}。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Free some space, or saving may fail.</source>
        <translation>请腾出一些空间，否则可能无法保存。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Give yourself the right to write there.</source>
        <translation>请为自己开通该处的写入权限。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Install the program again: `python run.py` or `pip install .`.</source>
        <translation>请重新安装程序：`python run.py` 或 `pip install .`。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Look for what is wrong with this installation.</source>
        <translation>检查当前安装有什么问题。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Neural Playground {version}, Python {python}, {system}.</source>
        <translation>Neural Playground {version}，Python {python}，{system}。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>No font has Chinese letters.</source>
        <translation>没有包含中文的字体。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>PySide6 6.12.0 crashes under Python 3.11 after some thousand calls.</source>
        <translation>PySide6 6.12.0 在 Python 3.11 下经过几千次调用后会崩溃。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Qt does not start on {place}: {words}</source>
        <translation>Qt 无法在 {place} 上启动：{words}</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Qt starts on {place} ({used}).</source>
        <translation>Qt 可以在 {place} 上启动（{used}）。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Run `pip install "PySide6-Essentials&gt;=6.10,&lt;6.12"`.</source>
        <translation>请运行 `pip install "PySide6-Essentials&gt;=6.10,&lt;6.12"`。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Run `pip uninstall torchvision` in this environment.</source>
        <translation>请在当前环境中运行 `pip uninstall torchvision`。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>The folder {path} cannot be written to.</source>
        <translation>文件夹 {path} 无法写入。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>The package {name} is missing.</source>
        <translation>缺少软件包 {name}。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>There is a display.</source>
        <translation>有可用的显示器。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>Use Python 3.11, 3.12 or 3.13.</source>
        <translation>请使用 Python 3.11、3.12 或 3.13。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>the display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>torchvision is installed; it is not needed and often does not fit torch.</source>
        <translation>已安装 torchvision；本程序不需要它，而且它的版本常与 torch 不匹配。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{name} could not be looked at: {error}</source>
        <translation>无法检查 {name}：{error}</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{n} font families have Chinese letters.</source>
        <translation>有 {n} 个字体族包含中文。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <source>{path}: {free:,.1f} GB free.</source>
        <translation>{path}：可用空间 {free:,.1f} GB。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <location filename="playground/cli/report.py"/>
        <source>The details are in {path}.</source>
        <translation>详情见 {path}。</translation>
    </message>
    <message>
        <location filename="playground/cli/doctor.py"/>
        <location filename="playground/cli/system.py"/>
        <source>On Debian and Ubuntu: {command}</source>
        <translation>在 Debian 和 Ubuntu 上：{command}</translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Language of the texts; the system's unless given.</source>
        <translation>界面语言；不指定则跟随系统。</translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Path of a document, or name of a preset.</source>
        <translation>文档的路径，或预设的名称。</translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>Print one JSON object a line and nothing else.</source>
        <translation>每行输出一个 JSON 对象，不输出其他内容。</translation>
    </message>
    <message>
        <location filename="playground/cli/options.py"/>
        <source>There is no language "{code}"; there are: {codes}.</source>
        <translation>没有语言“{code}”；可用的有：{codes}。</translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <source>List the ready experiments.</source>
        <translation>列出现成的实验。</translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="playground/cli/presets.py"/>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Blocks</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <source>Done: {steps} steps, {seconds} s, {rate} steps/s.</source>
        <translation>完成：{steps} 步，{seconds} 秒，{rate} 步/秒。</translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <source>Stopped after {steps} steps, {seconds} s, {rate} steps/s.</source>
        <translation>已停止：{steps} 步，{seconds} 秒，{rate} 步/秒。</translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <location filename="playground/cli/snapshot.py"/>
        <source>Saved {path}</source>
        <translation>已保存 {path}</translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/panels/doctor.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="playground/cli/progress.py"/>
        <location filename="playground/gui/panels/timeline_bar.py"/>
        <source>Step {n}</source>
        <translation>第 {n} 步</translation>
    </message>
    <message>
        <location filename="playground/cli/report.py"/>
        <source>This is a fault of the program itself: {kind}: {what}.</source>
        <translation>这是程序自身的错误：{kind}：{what}。</translation>
    </message>
    <message>
        <location filename="playground/cli/report.py"/>
        <source>no further words</source>
        <translation>没有更多说明</translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>Choose another folder or free some space.</source>
        <translation>请换一个文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>It cannot be saved: {reason}.</source>
        <translation>无法保存：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>The run is saved in {folder} instead.</source>
        <translation>本次运行改存到 {folder}。</translation>
    </message>
    <message>
        <location filename="playground/cli/saving.py"/>
        <source>it needs about {needed:.1f} MB, and {free:.1f} MB are free</source>
        <translation>大约需要 {needed:.1f} MB，可用空间只有 {free:.1f} MB</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>"{setting}" is not a setting.</source>
        <translation>“{setting}”不是有效的设置。</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>The settings are: {forms}.</source>
        <translation>设置的写法有：{forms}。</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>There is no setting {path}.</source>
        <translation>没有设置 {path}。</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>Write PATH=VALUE, such as train.params.lr=0.01.</source>
        <translation>请写成 PATH=VALUE，例如 train.params.lr=0.01。</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <source>{title} has no parameter "{name}".</source>
        <translation>{title}没有参数“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/cli/settings.py"/>
        <location filename="playground/gui/snapshot.py"/>
        <source>There is no block with the id "{id}".</source>
        <translation>没有 id 为“{id}”的模块。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Colours.</source>
        <translation>配色。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>For example: 1600x1000.</source>
        <translation>例如：1600x1000。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>How far that block is opened.</source>
        <translation>该模块打开到哪一层级。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Open the window, train for some seconds, save a picture of it, leave.</source>
        <translation>打开窗口，训练几秒，保存窗口截图，然后退出。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Say --focus NODE.</source>
        <translation>请指定 --focus NODE。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Select the block with this id.</source>
        <translation>选中此 id 的模块。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Size of the window in pixels.</source>
        <translation>窗口大小，以像素为单位。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The picture is a PNG file; {path} is not.</source>
        <translation>截图必须是 PNG 文件；{path} 不是。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The seconds are {value}; they must be at least 0.</source>
        <translation>秒数为 {value}；它必须不小于 0。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>The size is "{text}"; it must be WIDTHxHEIGHT, with {least} to {most} pixels a side.</source>
        <translation>大小为“{text}”；它必须写成 WIDTHxHEIGHT，每边 {least} 到 {most} 像素。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>There is no level "{name}".</source>
        <translation>没有层级“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>There is no theme "{name}".</source>
        <translation>没有主题“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Train for this long before the picture is taken.</source>
        <translation>截图前训练多久。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Where to save the picture.</source>
        <translation>截图保存到哪里。</translation>
    </message>
    <message>
        <location filename="playground/cli/snapshot.py"/>
        <source>Which block shall be opened?</source>
        <translation>要打开哪个模块？</translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>The window needs the system library {library}, which is missing.</source>
        <translation>窗口需要系统库 {library}，但系统中没有。</translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>There is no display for a window here.</source>
        <translation>这里没有可以显示窗口的显示器。</translation>
    </message>
    <message>
        <location filename="playground/cli/system.py"/>
        <source>`playground train FILE` trains in the terminal; `playground snapshot` makes a picture.</source>
        <translation>`playground train FILE` 在终端中训练；`playground snapshot` 生成截图。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Change a setting for this run, such as train.params.lr=0.01. Repeatable.</source>
        <translation>为本次运行修改一项设置，例如 train.params.lr=0.01。可以多次使用。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Go on with the run of this file, or of this folder that --save has left.</source>
        <translation>从此文件继续上次的运行，也可以是 --save 留下的文件夹。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Optimiser steps; the document's unless given.</source>
        <translation>优化器步数；不指定则用文档中的值。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Save document, weights, run, history and metrics here.</source>
        <translation>保存文档、权重、运行、历史和指标。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Seed; the document's unless given.</source>
        <translation>随机种子；不指定则用文档中的值。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Start from the weights of this .safetensors file.</source>
        <translation>从这个 .safetensors 文件中的权重开始。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Stop after this many seconds of training.</source>
        <translation>训练这么多秒后停止。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>The run up to here, with the weights of step {step}, is saved in {folder}.</source>
        <translation>到此为止的运行结果（含第 {step} 步的权重）已保存到 {folder}。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>The seconds are {value}; they must be greater than 0.</source>
        <translation>秒数为 {value}；它必须大于 0。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>There is no engine "{name}".</source>
        <translation>没有引擎“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>There is: {names}.</source>
        <translation>可用的有：{names}。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Train a document in the terminal.</source>
        <translation>在终端中训练文档。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>What runs the training.</source>
        <translation>用什么来运行训练。</translation>
    </message>
    <message>
        <location filename="playground/cli/train.py"/>
        <source>Where to compute.</source>
        <translation>在哪个设备上计算。</translation>
    </message>
    <message>
        <location filename="playground/cli/translations.py"/>
        <source>Change nothing; exit status 1 when work is left.</source>
        <translation>不做任何修改；若还有未完成的内容，退出状态为 1。</translation>
    </message>
    <message>
        <location filename="playground/cli/translations.py"/>
        <source>Collect all texts of the program into the files of the translators.</source>
        <translation>把程序的所有文本收集到翻译文件中。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>Show this message and exit.</source>
        <translation>显示此帮助并退出。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>The value of {name} cannot be used: {reason}.</source>
        <translation>{name} 的值无法使用：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>There is no option {name}.</source>
        <translation>没有选项 {name}。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>[default: {}]</source>
        <translation>[默认：{}]</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>[required]</source>
        <translation>[必填]</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>`{command} --help` shows what it takes.</source>
        <translation>用 `{command} --help` 查看用法。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>it must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>it must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <source>{name} needs a value.</source>
        <translation>{name} 需要一个值。</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <location filename="playground/gui/panels/command_palette.py"/>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="playground/cli/usage.py"/>
        <location filename="playground/parameters.py"/>
        <source>{name} is missing.</source>
        <translation>缺少 {name}。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>0 takes the likeliest token, more dares more.</source>
        <translation>0 取最可能的词元，越大越大胆。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>Let a language model write on from a prompt.</source>
        <translation>让语言模型从提示词接着往下写。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>No --weights: this network has not learned anything yet.</source>
        <translation>没有 --weights：这个网络还什么都没学过。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>The beginning; \n is the end of a line.</source>
        <translation>开头；\n 表示换行。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>The same seed writes the same text.</source>
        <translation>相同的种子写出相同的文本。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>Tokens that are added.</source>
        <translation>要添加的词元数。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>Weights: a folder that --save has left, or a .safetensors file.</source>
        <translation>权重：--save 留下的文件夹，或 .safetensors 文件。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <source>top_p is {value}; it must be above 0 and at most 1.</source>
        <translation>top_p 为 {value}；它必须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>Only so many of the likeliest tokens; 0 means all.</source>
        <translation>只保留这么多个最可能的词元；0 表示全部。</translation>
    </message>
    <message>
        <location filename="playground/cli/write.py"/>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>Only the likeliest tokens that together have this probability; 1 means all.</source>
        <translation>只保留合起来达到这一概率的最可能的词元；1 表示全部。</translation>
    </message>
    <message>
        <location filename="playground/data/_bundled.py"/>
        <source>Install it: pip install scikit-learn</source>
        <translation>请安装：pip install scikit-learn</translation>
    </message>
    <message>
        <location filename="playground/data/_bundled.py"/>
        <source>The data comes with scikit-learn, which is not installed.</source>
        <translation>这份数据由 scikit-learn 提供，但它没有安装。</translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Choose other data, or a file with at least one row of values.</source>
        <translation>请选择别的数据，或至少有一行数值的文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Replace it by a number, or remove the sample.</source>
        <translation>请换成一个数，或去掉这个样本。</translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Sample {row} has the label {label}; there are the classes 0 to {last}.</source>
        <translation>样本 {row} 的标签是 {label}；类别只有 0 到 {last}。</translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>Sample {row} of "{field}" holds {value} instead of a number (column {column}).</source>
        <translation>“{field}”的样本 {row} 在第 {column} 列是 {value}，而不是数。</translation>
    </message>
    <message>
        <location filename="playground/data/_checks.py"/>
        <source>The dataset has no samples.</source>
        <translation>数据集中没有样本。</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>Point {n} is {row}; a point is two coordinates and a target, as in 1.5 -2 0.</source>
        <translation>第 {n} 个点是 {row}；一个点由两个坐标和一个目标值组成，例如 1.5 -2 0。</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>Point {n} lies outside the plane, which reaches from −{edge:g} to {edge:g}.</source>
        <translation>第 {n} 个点在平面之外，平面范围为 −{edge:g} 到 {edge:g}。</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>Put them into a CSV file, and open that as data.</source>
        <translation>请把它们存入 CSV 文件，再作为数据打开。</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>There are {n:,} drawn points; at most {most:,} can be.</source>
        <translation>画了 {n:,} 个点；最多 {most:,} 个。</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>of {n:,} points every so many-th was taken</source>
        <translation>在 {n:,} 个点中等间隔地取用</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>{n:,} lines are no points</source>
        <translation>{n:,} 行不是点</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>{n:,} points are of a class that there is not</source>
        <translation>{n:,} 个点所属的类别不存在</translation>
    </message>
    <message>
        <location filename="playground/data/_cloud.py"/>
        <source>{n:,} points lie outside the plane</source>
        <translation>{n:,} 个点在平面之外</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>All columns are ignored.</source>
        <translation>所有列都被忽略了。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Beside the target "{name}" there is no column to learn from.</source>
        <translation>除了目标列“{name}”，没有可供学习的列。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Choose another column as target.</source>
        <translation>请选择别的列作为目标。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Choose another target, or predict a number (regression).</source>
        <translation>请选择别的目标，或改为预测数值（回归）。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Correct the line, or leave the column out (ignore).</source>
        <translation>请改正这一行，或略去该列（ignore）。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Every row lacks a value, so none is left.</source>
        <translation>每一行都缺少数值，因此一行也不剩。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave out columns with many different words (ignore).</source>
        <translation>请略去含有许多不同词语的列（ignore）。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave out the columns that are mostly empty (ignore).</source>
        <translation>请略去大部分为空的列（ignore）。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Leave the column out (ignore), or raise max_categories.</source>
        <translation>请略去该列（ignore），或增大 max_categories。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Left out, because without any value: {names}.</source>
        <translation>以下各列没有任何数值，已略去：{names}。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Line {line}: "{text}" in the column "{name}" is not a number, but most others are.</source>
        <translation>第 {line} 行：“{name}”列中的“{text}”不是数，而该列其他值大多是数。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Set missing to "drop" to leave such rows out ({n} of {total}), or to "mean".</source>
        <translation>把 missing 设为“drop”可略去这样的行（{total} 行中有 {n} 行），也可设为“mean”。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>Set task to "classification", or choose another target.</source>
        <translation>请把 task 设为“classification”，或选择别的目标。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The column "{name}" holds {n} different words, such as "{text}" in line {line}; at most {most} can become features.</source>
        <translation>“{name}”列有 {n} 个不同的词语，例如第 {line} 行的“{text}”；最多只有 {most} 个能变成特征。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The same value in every row, so of no use: {names}.</source>
        <translation>以下各列每行的值都相同，没有用处：{names}。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The table gives {n} features; at most {most} can be used.</source>
        <translation>该表给出 {n} 个特征；最多可用 {most} 个。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" has {n} different values; at most {most} can be classes.</source>
        <translation>目标“{name}”有 {n} 个不同的值；最多可有 {most} 个类别。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" holds words, but regression predicts a number.</source>
        <translation>目标“{name}”是词语，而回归预测的是数值。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The target "{name}" is {value} in every row: there is nothing to learn.</source>
        <translation>目标“{name}”在每一行都是 {value}：没有可学的东西。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>The {n} different whole numbers of "{name}" are taken as classes; set task to "regression" to predict them as numbers.</source>
        <translation>“{name}”的 {n} 个不同整数被当作类别；若要按数值预测，请把 task 设为“regression”。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <source>There is no column "{name}"; the table has: {names}.</source>
        <translation>没有“{name}”列；表中的列有：{names}。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/data/_history.py"/>
        <source>1 of {total} rows lacks a value and is left out.</source>
        <translation>{total} 行中有 1 行缺少数值，已略去。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/data/_history.py"/>
        <source>Line {line} has no value in the column "{name}".</source>
        <translation>第 {line} 行的“{name}”列没有数值。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/data/_history.py"/>
        <source>The separator may be wrong: commas, semicolons, tabs and bars are known.</source>
        <translation>分隔符可能不对：可以使用逗号、分号、制表符和竖线。</translation>
    </message>
    <message>
        <location filename="playground/data/_columns.py"/>
        <location filename="playground/data/_history.py"/>
        <source>{n} of {total} rows lack a value and are left out.</source>
        <translation>{total} 行中有 {n} 行缺少数值，已略去。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" cannot be read: {reason}.</source>
        <translation>无法读取“{path}”：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is a file; a folder is needed.</source>
        <translation>“{path}”是文件；这里需要文件夹。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is a folder; a file is needed.</source>
        <translation>“{path}”是文件夹；这里需要文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>"{path}" is neither a file nor a folder.</source>
        <translation>“{path}”既不是文件，也不是文件夹。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>A relative path starts at the working directory: {folder}</source>
        <translation>相对路径从工作目录算起：{folder}</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>Choose one in the data panel, or set data.params.path.</source>
        <translation>请在数据面板中选择，或设置 data.params.path。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>No file is chosen yet.</source>
        <translation>还没有选择文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>No folder is chosen yet.</source>
        <translation>还没有选择文件夹。</translation>
    </message>
    <message>
        <location filename="playground/data/_files.py"/>
        <source>There is no file or folder "{path}".</source>
        <translation>没有文件或文件夹“{path}”。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>1 window comes from a series with fewer steps than {length}: zeros stand in front.</source>
        <translation>有 1 个窗口所在的序列不足 {length} 步：前面用零补齐。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>A series has {n} rows at most; predicting needs {least}.</source>
        <translation>一个序列最多有 {n} 行；预测至少需要 {least} 行。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>Leave it out (ignore), or let it say which series a row belongs to (series).</source>
        <translation>略去这一列（ignore），或用它说明每行属于哪个序列（series）。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>Make the windows shorter (length), or leave out columns (ignore).</source>
        <translation>缩短窗口（length），或略去一些列（ignore）。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>Predict fewer steps ahead (horizon), or choose a longer file.</source>
        <translation>减少预测的提前步数（horizon），或选择更长的文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>Set missing to "drop": the rows before and after it then follow on each other.</source>
        <translation>把 missing 设为 "drop"：它前后的两行就会直接相接。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>The column "{name}" holds words; a series is made of numbers.</source>
        <translation>列“{name}”里是文字；序列要由数构成。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>There is no column of numbers.</source>
        <translation>没有数值列。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>{n} of {total} series too short, left out.</source>
        <translation>{total} 个序列中有 {n} 个太短，已略去。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>{n} windows come from series with fewer steps than {length}: zeros stand in front.</source>
        <translation>有 {n} 个窗口所在的序列不足 {length} 步：前面用零补齐。</translation>
    </message>
    <message>
        <location filename="playground/data/_history.py"/>
        <source>{n} windows of {length} steps with {features} features take {size} GB.</source>
        <translation>{n} 个窗口，每个 {length} 步、{features} 个特征，共占 {size} GB。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{images}" and "{labels}" do not belong together: pictures {n}, labels {m}.</source>
        <translation>“{images}”和“{labels}”不配套：图片 {n} 张，标签 {m} 个。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds no pictures.</source>
        <translation>“{name}”中没有图片。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds one class only: there is nothing to tell apart.</source>
        <translation>“{name}”中只有一个类别：没有可区分的东西。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" holds {size} MB; at most {most} MB can be read.</source>
        <translation>“{name}”有 {size} MB；最多可读取 {most} MB。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" is damaged: {reason}.</source>
        <translation>“{name}”已损坏：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{name}" starts with the magic number {found}; {wanted} is accepted.</source>
        <translation>“{name}”开头的魔数是 {found}；应为 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>"{path}" holds no pictures in IDX files for the part "{part}".</source>
        <translation>“{path}”中没有“{part}”部分的 IDX 图片文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Download or copy it again.</source>
        <translation>请重新下载或复制。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>It is no IDX file of unsigned bytes, or pictures and labels are exchanged.</source>
        <translation>它不是无符号字节的 IDX 文件，或者图片和标签弄反了。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Put both files into the same folder.</source>
        <translation>请把两个文件放在同一个文件夹中。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>The labels of "{name}" are missing: there is no "{labels}".</source>
        <translation>缺少“{name}”的标签：没有“{labels}”。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>Their names look like train-images-idx3-ubyte or train-images-idx3-ubyte.gz.</source>
        <translation>文件名形如 train-images-idx3-ubyte 或 train-images-idx3-ubyte.gz。</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>it is longer than its header says</source>
        <translation>它比文件头所写的要长</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>its header is cut off</source>
        <translation>文件头不完整</translation>
    </message>
    <message>
        <location filename="playground/data/_idx.py"/>
        <source>{n} of {expected} values are there</source>
        <translation>应有 {expected} 个值，只有 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Share of the training samples that get a wrong label.</source>
        <translation>训练样本中被换成错误标签的比例。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Write the label as one number per class: 1 for its own, 0 for the others.</source>
        <translation>每个类别用一个数来表示标签：所属的类别为 1，其余为 0。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Shift and scale each column to mean 0 and standard deviation 1, measured on the training samples only.</source>
        <translation>平移并缩放每一列，使其均值为 0、标准差为 1；统计量只取自训练样本。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Random error added to every measured value, in standard deviations of its column.</source>
        <translation>加在每个测量值上的随机误差，以所在列的标准差为单位。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <source>Predict the target in standard deviations from its mean, which suits every network, instead of in its own unit.</source>
        <translation>把目标换算成偏离均值多少个标准差来预测，适合各种网络，而不用它原来的单位。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Adds a copy of every training picture, moved by up to so many pixels; 0 adds none.</source>
        <translation>为每张训练图片添加一份平移后的副本，最多移动这么多像素；0 表示不添加。</translation>
    </message>
    <message>
        <location filename="playground/data/_parts.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Standard deviation of the random error added to every pixel; 1 is white minus black.</source>
        <translation>加在每个像素上的随机误差的标准差；1 相当于从黑到白。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has no folders inside, one a class.</source>
        <translation>“{path}”里没有按类别划分的文件夹。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has only one class, "{name}": there is nothing to tell apart.</source>
        <translation>“{path}”中只有一个类别“{name}”：没有可区分的东西。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>"{path}" has {width} × {height} pixels; at most {most} million are read.</source>
        <translation>“{path}”有 {width} × {height} 像素；最多可读取 {most} 百万像素。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>1 file is no picture and is left out.</source>
        <translation>有 1 个文件不是图片，已略去。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Make the size smaller, or take fewer pictures.</source>
        <translation>请减小尺寸，或少用一些图片。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Put pictures there ({kinds}), or remove the folder.</source>
        <translation>请在那里放入图片（{kinds}），或移除该文件夹。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Put the pictures of each class into a folder of its own, named like the class.</source>
        <translation>请把每个类别的图片各放进一个文件夹，并以类别命名。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>Replace the file or remove it.</source>
        <translation>请替换该文件，或将其移除。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>The class "{name}" has no pictures in "{path}".</source>
        <translation>类别“{name}”在“{path}”中没有图片。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>The picture "{path}" cannot be read: {reason}.</source>
        <translation>无法读取图片“{path}”：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>it has too many pixels</source>
        <translation>像素过多</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>it is damaged or of another kind ({error})</source>
        <translation>文件已损坏，或属于别的格式（{error}）</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>{n} files are no pictures and are left out.</source>
        <translation>有 {n} 个文件不是图片，已略去。</translation>
    </message>
    <message>
        <location filename="playground/data/_pictures.py"/>
        <source>{n} pictures of {size} × {size} pixels need {gigabytes:.1f} GB; at most {most:.0f} GB can be used.</source>
        <translation>{n} 张 {size} × {size} 像素的图片需要 {gigabytes:.1f} GB；最多可用 {most:.0f} GB。</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <source>purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Number of points drawn.</source>
        <translation>生成的点数。</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Which random draw of the points this is; Regenerate takes the next one.</source>
        <translation>这是第几次随机抽取的点；“重新生成”会取下一次。</translation>
    </message>
    <message>
        <location filename="playground/data/_points.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Standard deviation of the random error added to each coordinate; the picture reaches from -3 to 3.</source>
        <translation>加在每个坐标上的随机误差的标准差；图的范围是 -3 到 3。</translation>
    </message>
    <message>
        <location filename="playground/data/_series.py"/>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Number of sequences drawn.</source>
        <translation>抽取的序列个数。</translation>
    </message>
    <message>
        <location filename="playground/data/_series.py"/>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/sine.py"/>
        <source>Which random draw of the data this is; Regenerate takes the next one.</source>
        <translation>这是第几次随机抽取的数据；“重新生成”会取下一次。</translation>
    </message>
    <message>
        <location filename="playground/data/_series.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/sine.py"/>
        <source>Number of windows; each starts a step later.</source>
        <translation>窗口的个数；每个都比前一个晚一步开始。</translation>
    </message>
    <message>
        <location filename="playground/data/_series.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/sine.py"/>
        <source>Steps that the network sees.</source>
        <translation>网络能看到的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>Add samples of that class, remove it, or set test_share to 0.</source>
        <translation>请增加该类别的样本、移除该类别，或把 test_share 设为 0。</translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <source>The class "{name}" has one sample, which cannot be both trained and tested on.</source>
        <translation>类别“{name}”只有一个样本，不能既用于训练又用于测试。</translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <location filename="playground/data/drawn.py"/>
        <source>Add samples, or set test_share to 0.</source>
        <translation>请增加样本，或把 test_share 设为 0。</translation>
    </message>
    <message>
        <location filename="playground/data/_split.py"/>
        <location filename="playground/data/drawn.py"/>
        <source>There is one sample, which cannot be both trained and tested on.</source>
        <translation>只有一个样本，不能既用于训练又用于测试。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" has a header but no rows.</source>
        <translation>“{name}”有表头，但没有数据行。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" has {size} MB; at most {most} MB can be read.</source>
        <translation>“{name}”有 {size} MB；最多可读取 {most} MB。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" is a binary file, not a table of text.</source>
        <translation>“{name}”是二进制文件，不是文本表格。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>"{name}" is not in the encoding {encoding}.</source>
        <translation>“{name}”的编码不是 {encoding}。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>A table needs rows of values.</source>
        <translation>表格需要有数据行。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>If its first line is data, set header to "no".</source>
        <translation>如果第一行就是数据，请把 header 设为“no”。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Keep a part of its rows, or use image_folder or idx for pictures.</source>
        <translation>请只保留一部分行；若是图片，请用 image_folder 或 idx。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Line {line} of "{name}" is not a row of separated values.</source>
        <translation>“{name}”的第 {line} 行不是由分隔符分开的数据。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Look for a quotation mark that is not closed or stands inside a value.</source>
        <translation>请检查是否有没配对的引号，或出现在值中间的引号。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Save it as CSV in the program it comes from.</source>
        <translation>请在原来的程序中把它存为 CSV。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Set encoding to "auto", or save the file as UTF-8.</source>
        <translation>请把 encoding 设为“auto”，或把文件存为 UTF-8。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>The number of values is {n} in line {line}, but {expected} in line {first}.</source>
        <translation>第 {line} 行有 {n} 个值，而第 {first} 行有 {expected} 个。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>The table has {n} columns; at most {most} can be used.</source>
        <translation>该表有 {n} 列；最多可用 {most} 列。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>Values that contain the separator must stand in quotation marks.</source>
        <translation>含有分隔符的值必须放在引号内。</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <source>column {n}</source>
        <translation>第 {n} 列</translation>
    </message>
    <message>
        <location filename="playground/data/_table.py"/>
        <location filename="playground/data/_text.py"/>
        <source>"{name}" is empty.</source>
        <translation>“{name}”是空的。</translation>
    </message>
    <message>
        <location filename="playground/data/_tasks.py"/>
        <location filename="playground/data/addition.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Questions drawn, all different; fewer where there are not so many.</source>
        <translation>抽取的题目数，互不相同；不够多时则更少。</translation>
    </message>
    <message>
        <location filename="playground/data/_tasks.py"/>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Different symbols: digits, then letters.</source>
        <translation>不同的符号：先是数字，再是字母。</translation>
    </message>
    <message>
        <location filename="playground/data/_tasks.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Questions of 1 to length symbols, filled up with ·; else all are as long.</source>
        <translation>题目有 1 到 length 个符号，用 · 补齐；否则都一样长。</translation>
    </message>
    <message>
        <location filename="playground/data/_tasks.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Symbols in a question.</source>
        <translation>一道题中的符号数。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>"{name}" is a binary file, not a text.</source>
        <translation>“{name}”是二进制文件，不是文本。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>Choose a file with text in it.</source>
        <translation>请选择有文字内容的文件。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>Choose a text with at least two different characters or words.</source>
        <translation>请选择至少含两个不同字符或单词的文本。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>Save it as plain text (UTF-8) in the program it comes from.</source>
        <translation>请在原来的程序中把它另存为纯文本（UTF-8）。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>The text is longer: its first {n} characters are used (max_characters).</source>
        <translation>文本更长：只使用前 {n} 个字符（max_characters）。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>The text is made of "{entry}" alone, so there is nothing to predict.</source>
        <translation>文本只由“{entry}”组成，没有什么可预测的。</translation>
    </message>
    <message>
        <location filename="playground/data/_text.py"/>
        <source>{n} rare entries share the token {mark}: {share:.2%} of the text (max_vocabulary).</source>
        <translation>{n} 个少见的词条共用词元 {mark}：占文本的 {share:.2%}（max_vocabulary）。</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <source>Add the two marked numbers of a long sequence: the classic test of a long memory.</source>
        <translation>把长序列中两个带标记的数相加：检验长期记忆的经典任务。</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <source>Steps of each sequence.</source>
        <translation>每个序列的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <source>mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/addition.py"/>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/sort.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/text.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Share of the samples kept aside to test on, never trained on.</source>
        <translation>留作测试、从不参与训练的样本比例。</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/addition.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/sort.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/text.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/addition.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/sort.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Num samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/sine.py"/>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <location filename="playground/data/xor.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/mackey_glass.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sine.py"/>
        <location filename="playground/data/sort.py"/>
        <location filename="playground/data/text.py"/>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>sum</source>
        <translation>和</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="playground/data/adding_problem.py"/>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Adding problem</source>
        <translation>加法问题</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Addition</source>
        <translation>加法</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Digits of each of the two numbers.</source>
        <translation>两个数各有多少位。</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Reverse sum</source>
        <translation>倒写和</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Write the sum from its last digit on, as on paper: carries come first.</source>
        <translation>从最后一位开始写和，就像列竖式：先得到进位。</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <source>Write the sum of two numbers, one digit after the other, with leading zeros.</source>
        <translation>逐位写出两个数的和，前面补零。</translation>
    </message>
    <message>
        <location filename="playground/data/addition.py"/>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <location filename="playground/data/text.py"/>
        <location filename="playground/gui/commands/view.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Real data</source>
        <translation>真实数据</translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/plane.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Two-dimensional</source>
        <translation>二维</translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Your own</source>
        <translation>自己的数据</translation>
    </message>
    <message>
        <location filename="playground/data/base.py"/>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/ring.py"/>
        <location filename="playground/data/swiss_roll.py"/>
        <source>Generative data</source>
        <translation>生成任务</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>Breast cancer</source>
        <translation>乳腺癌</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>Tell malignant from benign tumours by the shape of their cell nuclei under the microscope.</source>
        <translation>根据显微镜下细胞核的形状，区分恶性和良性肿瘤。</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>benign</source>
        <translation>良性</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>malignant</source>
        <translation>恶性</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean area</source>
        <translation>面积均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean compactness</source>
        <translation>紧密度均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean concave points</source>
        <translation>凹点均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean concavity</source>
        <translation>凹度均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean fractal dimension</source>
        <translation>分形维数均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean perimeter</source>
        <translation>周长均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean radius</source>
        <translation>半径均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean smoothness</source>
        <translation>平滑度均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean symmetry</source>
        <translation>对称性均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>mean texture</source>
        <translation>纹理均值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of area</source>
        <translation>面积标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of compactness</source>
        <translation>紧密度标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of concave points</source>
        <translation>凹点标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of concavity</source>
        <translation>凹度标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of fractal dimension</source>
        <translation>分形维数标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of perimeter</source>
        <translation>周长标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of radius</source>
        <translation>半径标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of smoothness</source>
        <translation>平滑度标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of symmetry</source>
        <translation>对称性标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>standard error of texture</source>
        <translation>纹理标准误</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst area</source>
        <translation>面积最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst compactness</source>
        <translation>紧密度最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst concave points</source>
        <translation>凹点最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst concavity</source>
        <translation>凹度最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst fractal dimension</source>
        <translation>分形维数最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst perimeter</source>
        <translation>周长最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst radius</source>
        <translation>半径最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst smoothness</source>
        <translation>平滑度最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst symmetry</source>
        <translation>对称性最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <source>worst texture</source>
        <translation>纹理最差值</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>Label noise</source>
        <translation>标签噪声</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/circle.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/moons.py"/>
        <location filename="playground/data/spiral.py"/>
        <location filename="playground/data/wine.py"/>
        <location filename="playground/data/xor.py"/>
        <source>One hot</source>
        <translation>独热编码</translation>
    </message>
    <message>
        <location filename="playground/data/breast_cancer.py"/>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/diabetes.py"/>
        <location filename="playground/data/iris.py"/>
        <location filename="playground/data/wine.py"/>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <location filename="playground/data/bumps.py"/>
        <source>Gaussian hills</source>
        <translation>高斯山丘</translation>
    </message>
    <message>
        <location filename="playground/data/bumps.py"/>
        <source>Hills and valleys over a square: predict the height at each point. A flat layer cannot.</source>
        <translation>方形区域上的山丘和谷地：预测每一点的高度。单个线性层做不到。</translation>
    </message>
    <message>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/plane.py"/>
        <source>Standard deviation of the random error added to the height.</source>
        <translation>加在高度上的随机误差的标准差。</translation>
    </message>
    <message>
        <location filename="playground/data/bumps.py"/>
        <location filename="playground/data/plane.py"/>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <location filename="playground/data/circle.py"/>
        <source>A disc inside a ring: the boundary is round, so straight lines have to be combined.</source>
        <translation>圆环中间有一个圆盘：边界是圆的，需要把多条直线组合起来。</translation>
    </message>
    <message>
        <location filename="playground/data/circle.py"/>
        <source>Circle</source>
        <translation>圆环</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Alphabet</source>
        <translation>字母表大小</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Copy memory</source>
        <translation>复制记忆</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Different letters there are.</source>
        <translation>不同字母的个数。</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Letters to remember.</source>
        <translation>要记住的字母个数。</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Remember some letters through a long pause and write them down when the mark comes.</source>
        <translation>隔着长长的停顿记住几个字母，等标记出现时再写出来。</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Steps from the last letter to the mark.</source>
        <translation>从最后一个字母到标记的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <source>Symbols</source>
        <translation>符号数</translation>
    </message>
    <message>
        <location filename="playground/data/copy_memory.py"/>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Lag</source>
        <translation>延迟</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>A row without a value: refuse the file, drop the row, or put in the mean of the column's training samples.</source>
        <translation>遇到缺值的行：拒绝该文件、略去该行，或填入该列训练样本的均值。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Learn from a table of your own: each row is a sample, one column is what to predict.</source>
        <translation>用您自己的表格来学习：每行是一个样本，其中一列是要预测的内容。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Max categories</source>
        <translation>最大类别数</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Most different words a column of words may have.</source>
        <translation>一个词语列最多可以有多少个不同的词语。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Names of columns to leave out, separated by commas, such as id, name.</source>
        <translation>要略去的列名，用逗号分隔，例如 id, name。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Predict a class or a number. auto: a class when the target holds words or few different whole numbers.</source>
        <translation>预测类别还是数值。auto：目标是词语或少数几个不同的整数时，预测类别。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>How the file writes letters as bytes.</source>
        <translation>文件用什么编码把文字写成字节。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Ignore</source>
        <translation>忽略的列</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Missing</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Name of the column to predict; empty means the last one.</source>
        <translation>要预测的列名；留空表示最后一列。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>The file; a relative path starts at the working directory.</source>
        <translation>数据文件；相对路径从工作目录算起。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>What separates the values of a line.</source>
        <translation>一行中各个值之间的分隔符。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <source>Whether the first line holds the names of the columns.</source>
        <translation>第一行是不是列名。</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/data/text.py"/>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/csv_series.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/data/diabetes.py"/>
        <source>Standardise target</source>
        <translation>目标标准化</translation>
    </message>
    <message>
        <location filename="playground/data/csv.py"/>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>A row without a value: refuse the file, or drop the row.</source>
        <translation>缺少值的行：拒绝文件，或舍去这一行。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Forecast a series of your own: each row of the table is a step, each column a feature.</source>
        <translation>预测您自己的序列：表格的每一行是一步，每一列是一个特征。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Horizon</source>
        <translation>预测提前量</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>How many rows after the window the target lies.</source>
        <translation>目标位于窗口之后多少行。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Name of a column that says which series a row belongs to; empty: all are one.</source>
        <translation>说明每行属于哪个序列的列名；留空：全部是一个序列。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Names of columns to leave out, separated by commas, such as date, id.</source>
        <translation>要略去的列名，用逗号分隔，例如 date, id。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Rows that the network sees.</source>
        <translation>网络能看到的行数。</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <location filename="playground/data/csv_series.py"/>
        <source>Series (CSV)</source>
        <translation>序列（CSV）</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Number of letters.</source>
        <translation>字母的个数。</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Say which letter was shown at the first step, after a while of nothing but noise.</source>
        <translation>在一段只有噪声的时间之后，说出第一步显示的是哪个字母。</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Standard deviation of the noise in the steps between.</source>
        <translation>中间各步噪声的标准差。</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <source>Steps from the letter to the answer.</source>
        <translation>从字母到回答的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <source>cue</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/data/gaussians.py"/>
        <location filename="playground/data/spiral.py"/>
        <source>Num classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <location filename="playground/data/delayed_recall.py"/>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Delayed recall</source>
        <translation>延迟回忆</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>Diabetes progression</source>
        <translation>糖尿病病情</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>HDL cholesterol</source>
        <translation>高密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>LDL cholesterol</source>
        <translation>低密度脂蛋白胆固醇</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>Predict how far diabetes has progressed after a year from a patient's first examination.</source>
        <translation>根据患者首次检查的结果，预测一年后糖尿病的发展程度。</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>blood sugar</source>
        <translation>血糖</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>body mass index</source>
        <translation>体重指数</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>disease progression</source>
        <translation>病情进展</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>log of triglycerides</source>
        <translation>甘油三酯（对数）</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>mean blood pressure</source>
        <translation>平均血压</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>total / HDL cholesterol</source>
        <translation>总胆固醇 / 高密度脂蛋白</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>total cholesterol</source>
        <translation>总胆固醇</translation>
    </message>
    <message>
        <location filename="playground/data/diabetes.py"/>
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message>
        <location filename="playground/data/digit_patches.py"/>
        <source>Digits in patches</source>
        <translation>切成图块的数字</translation>
    </message>
    <message>
        <location filename="playground/data/digit_patches.py"/>
        <source>Patch size</source>
        <translation>图块大小</translation>
    </message>
    <message>
        <location filename="playground/data/digit_patches.py"/>
        <source>Read handwritten digits as a sequence: the picture is cut into squares, row after row.</source>
        <translation>把手写数字当作序列来读：图片逐行切成小方块。</translation>
    </message>
    <message>
        <location filename="playground/data/digit_patches.py"/>
        <source>Side of a patch in pixels: 2 makes 16 patches of 4 pixels of a picture.</source>
        <translation>图块的边长（像素）：2 会把一张图片切成 16 个 4 像素的图块。</translation>
    </message>
    <message>
        <location filename="playground/data/digit_patches.py"/>
        <location filename="playground/data/digits.py"/>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>Augment shift</source>
        <translation>平移增强</translation>
    </message>
    <message>
        <location filename="playground/data/digits.py"/>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <location filename="playground/data/digits.py"/>
        <source>Read digits that 43 people wrote by hand, as tiny pictures of 8 by 8 pixels.</source>
        <translation>识别 43 个人手写的数字，每张是 8 × 8 像素的小图片。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>All points are of one class: there is nothing to tell apart.</source>
        <translation>所有点都属于同一类别：没有可区分的。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Choose Draw in the decision surface or in the data panel, and paint.</source>
        <translation>请在决策面或数据面板中选择“绘制”，然后涂画。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Drawn points</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>No points are drawn yet.</source>
        <translation>还没有画点。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Number of classes, each a colour.</source>
        <translation>类别数，每类一种颜色。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Point {n} has the class {label:g}; there are the classes 0 to {last}.</source>
        <translation>第 {n} 个点的类别是 {label:g}；现有类别 0 到 {last}。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Points that you paint, drag and erase yourself, in the decision surface or in the data panel.</source>
        <translation>由你自己在决策面或数据面板中涂画、拖动和擦除的点。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>Targets</source>
        <translation>目标值</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>The points, one after the other: two coordinates and a target.</source>
        <translation>依次列出各点：两个坐标和一个目标值。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>What the network learns at each point: its class, or a number.</source>
        <translation>网络在每个点要学的内容：类别或数值。</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>cyan</source>
        <translation>青色</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>olive</source>
        <translation>橄榄色</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <source>red</source>
        <translation>红色</translation>
    </message>
    <message>
        <location filename="playground/data/drawn.py"/>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Gaussian clouds</source>
        <translation>高斯点云</translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Number of clouds; each is one class.</source>
        <translation>点云的个数；每一团是一个类别。</translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Round clouds, one a class: the easiest task there is, a single layer separates them.</source>
        <translation>圆形的点云，每类一团：最简单的任务，只用一层就能分开。</translation>
    </message>
    <message>
        <location filename="playground/data/gaussians.py"/>
        <source>Standard deviation of each cloud; the picture spans -3 to 3.</source>
        <translation>每团点云的标准差；图的范围是 -3 到 3。</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <source>25 small clouds of points on a grid of 5 by 5: a generator loses some of them more easily.</source>
        <translation>5×5 网格上的 25 个小点团：生成器更容易漏掉其中一些。</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <source>Distance from one cloud to the next.</source>
        <translation>相邻两个点团之间的距离。</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <source>Grid of Gaussians</source>
        <translation>高斯网格</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <source>Spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/ring.py"/>
        <source>Standard deviation of each cloud, in both directions.</source>
        <translation>每团点云在两个方向上的标准差。</translation>
    </message>
    <message>
        <location filename="playground/data/grid25.py"/>
        <location filename="playground/data/ring.py"/>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Learn from MNIST, Fashion-MNIST or another set in the same files, plain or packed with gzip.</source>
        <translation>用 MNIST、Fashion-MNIST 或其他同样格式的数据集来学习，文件可以是原始的，也可以用 gzip 压缩。</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>MNIST files (IDX)</source>
        <translation>MNIST 文件（IDX）</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Max samples</source>
        <translation>最大样本数</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Take so many pictures at most, chosen by chance.</source>
        <translation>最多取这么多张图片，随机选取。</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <source>Which files of MNIST to take where there are both: 60,000 or 10,000 pictures.</source>
        <translation>两种文件都有时取 MNIST 的哪一部分：60,000 张还是 10,000 张图片。</translation>
    </message>
    <message>
        <location filename="playground/data/idx.py"/>
        <location filename="playground/data/image_folder.py"/>
        <source>The folder; a relative path starts at the working directory.</source>
        <translation>数据文件夹；相对路径从工作目录算起。</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>1: shades of grey. 3: red, green and blue.</source>
        <translation>1 为灰度图，3 为红、绿、蓝三色。</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Learn from pictures of your own: a folder with one folder a class, named like the class.</source>
        <translation>用您自己的图片来学习：文件夹中每个类别一个子文件夹，以类别命名。</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <source>Side of the square pictures.</source>
        <translation>正方形图片的边长。</translation>
    </message>
    <message>
        <location filename="playground/data/image_folder.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Size</source>
        <translation>边长</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Induction</source>
        <translation>归纳</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Pairs</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Pairs in a sample; each comes twice.</source>
        <translation>一个样本中的对数；每对出现两次。</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Random pairs of symbols, then the same pairs in another order: A B ... A, so B comes next.</source>
        <translation>随机的符号对，然后同样的对换个顺序再出现：A B … A，所以接下来是 B。</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Samples drawn, all different; fewer where there are not so many.</source>
        <translation>抽取的样本数，互不相同；不够多时则更少。</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>Use fewer pairs or more symbols.</source>
        <translation>请减少对数或增加符号数。</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <source>{pairs} pairs need {n} different symbols, but there are {symbols}.</source>
        <translation>{pairs} 对需要 {n} 个不同的符号，但只有 {symbols} 个。</translation>
    </message>
    <message>
        <location filename="playground/data/induction.py"/>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Num symbols</source>
        <translation>符号数</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>Iris flowers</source>
        <translation>鸢尾花</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>Tell three species of iris apart by the length and width of their leaves.</source>
        <translation>根据花萼和花瓣的长与宽，区分三种鸢尾花。</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>petal length</source>
        <translation>花瓣长度</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>petal width</source>
        <translation>花瓣宽度</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>sepal length</source>
        <translation>花萼长度</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>sepal width</source>
        <translation>花萼宽度</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>setosa</source>
        <translation>山鸢尾</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>versicolor</source>
        <translation>变色鸢尾</translation>
    </message>
    <message>
        <location filename="playground/data/iris.py"/>
        <source>virginica</source>
        <translation>维吉尼亚鸢尾</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Delay with which the series acts on itself.</source>
        <translation>序列作用于自身的延迟。</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Mackey-Glass</source>
        <translation>Mackey-Glass 序列</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Predict the next value of a chaotic series: fully determined, and never twice the same.</source>
        <translation>预测混沌序列的下一个值：完全确定，却从不重复。</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Tau</source>
        <translation>τ</translation>
    </message>
    <message>
        <location filename="playground/data/mackey_glass.py"/>
        <source>Units of time between two steps of the sequence.</source>
        <translation>序列相邻两步之间的时间单位数。</translation>
    </message>
    <message>
        <location filename="playground/data/moons.py"/>
        <source>Two half moons that reach into each other: the boundary has to bend between them.</source>
        <translation>两个相互交错的半月：边界要在它们之间弯过去。</translation>
    </message>
    <message>
        <location filename="playground/data/moons.py"/>
        <source>Two moons</source>
        <translation>双半月</translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>A tilted plane over a square: predict its height at each point. One neuron is enough.</source>
        <translation>正方形上方的一个倾斜平面：预测每一点的高度。一个神经元就够了。</translation>
    </message>
    <message>
        <location filename="playground/data/plane.py"/>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <location filename="playground/data/reverse.py"/>
        <source>Reverse</source>
        <translation>倒序</translation>
    </message>
    <message>
        <location filename="playground/data/reverse.py"/>
        <source>Write symbols again from the last to the first: each step looks back further than the last.</source>
        <translation>把符号从最后一个到第一个再写一遍：每一步都要比上一步看得更远。</translation>
    </message>
    <message>
        <location filename="playground/data/reverse.py"/>
        <location filename="playground/data/sort.py"/>
        <source>Mixed</source>
        <translation>长短不一</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Distance of the clouds from the centre.</source>
        <translation>各团点云到中心的距离。</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Num modes</source>
        <translation>模式数</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Number of clouds on the ring.</source>
        <translation>环上点云的个数。</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Ring of Gaussians</source>
        <translation>高斯环</translation>
    </message>
    <message>
        <location filename="playground/data/ring.py"/>
        <source>Small clouds of points on a ring: a generator has to find all of them, not just some.</source>
        <translation>排成一圈的小点云：生成器必须找到所有点云，而不只是其中几团。</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Predict the next value of a wave, or of several waves that are added up.</source>
        <translation>预测一个波、或几个波之和的下一个值。</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Sine waves</source>
        <translation>正弦波</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Standard deviation of the random error added to each value.</source>
        <translation>加在每个值上的随机误差的标准差。</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Steps of the slowest wave.</source>
        <translation>最慢的波的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Waves</source>
        <translation>波数</translation>
    </message>
    <message>
        <location filename="playground/data/sine.py"/>
        <source>Waves that are added, each 1.618 times as fast.</source>
        <translation>相加的波的个数，每个波的频率是前一个的 1.618 倍。</translation>
    </message>
    <message>
        <location filename="playground/data/sort.py"/>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <location filename="playground/data/sort.py"/>
        <source>Write symbols again in ascending order: each has to find its place among all others.</source>
        <translation>把符号按从小到大再写一遍：每个符号都要在其余符号中找到自己的位置。</translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Arms of a spiral, one a class: no straight line and no circle separates them.</source>
        <translation>螺旋的几条旋臂，每条是一个类别：用直线和圆都分不开。</translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>How often each arm winds around the centre.</source>
        <translation>每条旋臂绕中心转多少圈。</translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Number of arms; each is one class.</source>
        <translation>旋臂的条数；每条是一个类别。</translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <location filename="playground/data/spiral.py"/>
        <source>Turns</source>
        <translation>圈数</translation>
    </message>
    <message>
        <location filename="playground/data/swiss_roll.py"/>
        <source>A band rolled up like a cake: thin, curved, and empty between its turns.</source>
        <translation>像蛋糕卷一样卷起的带子：细而弯，各圈之间是空的。</translation>
    </message>
    <message>
        <location filename="playground/data/swiss_roll.py"/>
        <source>Standard deviation of the random error of each coordinate: how thick the band is.</source>
        <translation>每个坐标随机误差的标准差：带子有多厚。</translation>
    </message>
    <message>
        <location filename="playground/data/swiss_roll.py"/>
        <source>Swiss roll</source>
        <translation>瑞士卷</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>A text file; empty means the help that comes with Python.</source>
        <translation>文本文件；留空则用 Python 自带的帮助文档。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Choose a longer text, or a length of at most {n}.</source>
        <translation>请选择更长的文本，或把长度设为最多 {n}。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Choose a longer text.</source>
        <translation>请选择更长的文本。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Give the vocabulary a token [MASK], which hides tokens that are to be guessed.</source>
        <translation>在词表中加入词元 [MASK]，用来遮住要猜的词元。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Lowercase</source>
        <translation>小写</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Mask token</source>
        <translation>掩码词元</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Max characters</source>
        <translation>字符上限</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Max vocabulary</source>
        <translation>词表上限</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Most characters that are read, from the beginning of the file.</source>
        <translation>从文件开头起最多读取的字符数。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Most different tokens; rarer ones become [UNK].</source>
        <translation>不同词元的最多个数；更少见的变为 [UNK]。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Read a text and predict at each step which character, or which word, comes next.</source>
        <translation>阅读一段文本，在每一步预测接下来是哪个字符或哪个单词。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>So many windows do not fit: the first {n} of {total} tokens are used. A longer stride uses more.</source>
        <translation>放不下这么多窗口：只使用 {total} 个词元中的前 {n} 个。加大步幅可以用到更多。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>The text has {n} tokens, too few for a window of {length} to train on and one to test on.</source>
        <translation>文本有 {n} 个词元，不够组成训练和测试各一个 {length} 个词元的窗口。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>The text has {n} tokens, too few for windows of {length}.</source>
        <translation>文本有 {n} 个词元，不够组成 {length} 个词元的窗口。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Tokens from the start of a window to that of the next.</source>
        <translation>从一个窗口的开头到下一个窗口的开头相隔的词元数。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Tokens in a window = steps of a sample.</source>
        <translation>一个窗口中的词元数 = 样本的步数。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Turn capital letters into small ones.</source>
        <translation>把大写字母变成小写。</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="playground/data/text.py"/>
        <source>What a token is: a character, or a word or sign.</source>
        <translation>词元是什么：一个字符，或者一个单词或符号。</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>OD280/OD315 of diluted wines</source>
        <translation>稀释酒液的 OD280/OD315</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>Tell from a chemical analysis which of three grape varieties a wine was made of.</source>
        <translation>根据化学分析，判断葡萄酒由三种葡萄中的哪一种酿成。</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>Wine</source>
        <translation>葡萄酒</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>alcalinity of ash</source>
        <translation>灰分碱度</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>alcohol</source>
        <translation>酒精</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>ash</source>
        <translation>灰分</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>colour intensity</source>
        <translation>颜色强度</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 1</source>
        <translation>品种 1</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 2</source>
        <translation>品种 2</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>cultivar 3</source>
        <translation>品种 3</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>flavanoids</source>
        <translation>类黄酮</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>hue</source>
        <translation>色调</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>magnesium</source>
        <translation>镁</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>malic acid</source>
        <translation>苹果酸</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>nonflavanoid phenols</source>
        <translation>非类黄酮酚</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>proanthocyanins</source>
        <translation>原花青素</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>proline</source>
        <translation>脯氨酸</translation>
    </message>
    <message>
        <location filename="playground/data/wine.py"/>
        <source>total phenols</source>
        <translation>总酚</translation>
    </message>
    <message>
        <location filename="playground/data/xor.py"/>
        <source>Four quadrants, opposite ones of the same class: a single line cannot separate them.</source>
        <translation>四个象限，对角的两个属于同一类：一条直线分不开它们。</translation>
    </message>
    <message>
        <location filename="playground/data/xor.py"/>
        <source>XOR</source>
        <translation>异或（XOR）</translation>
    </message>
    <message>
        <location filename="playground/document/change.py"/>
        <location filename="playground/document/composites/paths.py"/>
        <source>There is no block "{id}".</source>
        <translation>没有模块“{id}”。</translation>
    </message>
    <message>
        <location filename="playground/document/clipboard.py"/>
        <source>The clipboard holds no blocks.</source>
        <translation>剪贴板中没有模块。</translation>
    </message>
    <message>
        <location filename="playground/document/clipboard.py"/>
        <source>The clipboard holds no blocks: {reason}</source>
        <translation>剪贴板中没有模块：{reason}</translation>
    </message>
    <message>
        <location filename="playground/document/clipboard.py"/>
        <source>The ports of a composite cannot be copied: they belong to it.</source>
        <translation>复合模块的端口不能复制：它们属于该复合模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/definitions.py"/>
        <source>A composite cannot contain itself: {names}.</source>
        <translation>复合模块不能包含自己：{names}。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/definitions.py"/>
        <source>Detach the inner one, or take it out.</source>
        <translation>请让里面的那个脱离关联，或把它移出来。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/definitions.py"/>
        <source>The block "{id}" is no composite.</source>
        <translation>模块“{id}”不是复合模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <source>A composite needs at least one block.</source>
        <translation>复合模块中至少要有一个模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <source>A port cannot become part of another composite.</source>
        <translation>端口不能成为另一个复合模块的一部分。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <source>Only blocks of one level can become a composite.</source>
        <translation>只有同一层级的模块才能组成复合模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <source>Select it, too.</source>
        <translation>请把它也选上。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <source>{names} lies between these blocks: it gets what they give and feeds them.</source>
        <translation>{names} 夹在这些模块之间：它接收它们的输出，又向它们提供输入。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/grouping.py"/>
        <location filename="playground/document/frames.py"/>
        <source>Select blocks first.</source>
        <translation>请先选择模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>"{name}" is exposed already.</source>
        <translation>“{name}”已经公开了。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>The composite shows no parameter "{name}".</source>
        <translation>复合模块没有公开参数“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>There is a composite "{id}" already.</source>
        <translation>已经有复合模块“{id}”了。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>There is a parameter "{name}" already.</source>
        <translation>已经有参数“{name}”了。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>There is a port "{name}" already.</source>
        <translation>已经有端口“{name}”了。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>There is no port "{id}".</source>
        <translation>没有端口“{id}”。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>repeat is {value}; it must be from 1 to {most}.</source>
        <translation>重复次数为 {value}；它必须在 1 到 {most} 之间。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>{id} has no parameter "{name}".</source>
        <translation>{id} 没有参数“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/interface.py"/>
        <source>{id} lies in no composite.</source>
        <translation>{id} 不在任何复合模块中。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/repeats.py"/>
        <source>Look for repeats again.</source>
        <translation>请重新查找重复部分。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/repeats.py"/>
        <source>Other blocks lie between the repeats.</source>
        <translation>重复的部分之间夹着别的模块。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/repeats.py"/>
        <source>These blocks are not there any more.</source>
        <translation>这些模块已经不在了。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/repeats.py"/>
        <source>These pieces are not wired alike.</source>
        <translation>这几部分的连线方式不同。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>A muted composite cannot be unpacked: its blocks would work again.</source>
        <translation>已绕过的复合模块不能拆开：拆开后里面的模块会重新起作用。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>Give the repeats weights of their own first.</source>
        <translation>请先让各次重复使用各自的权重。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>Set repeat to 1 first.</source>
        <translation>请先把重复次数设为 1。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>The repeats of {id} share their weights; separate blocks cannot.</source>
        <translation>{id} 的各次重复共享权重，而分开的模块做不到这一点。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>This composite contains itself.</source>
        <translation>此复合模块包含了它自己。</translation>
    </message>
    <message>
        <location filename="playground/document/composites/unpacking.py"/>
        <source>Unmute it first.</source>
        <translation>请先取消绕过。</translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <source>There is a block "{id}" already.</source>
        <translation>已经有模块“{id}”了。</translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <source>There is no wire {wire}.</source>
        <translation>没有连线 {wire}。</translation>
    </message>
    <message>
        <location filename="playground/document/edits.py"/>
        <location filename="playground/gui/graph/fitting.py"/>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <source>A block cannot feed itself.</source>
        <translation>模块不能连到它自己。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It does not fit: {reason}.</source>
        <translation>不符合要求：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It has too few entries.</source>
        <translation>条目太少。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It has too many entries.</source>
        <translation>条目太多。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is a text of more than {max_length} characters.</source>
        <translation>文本超过了 {max_length} 个字符。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is a text with a broken character.</source>
        <translation>文本中有损坏的字符。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is missing.</source>
        <translation>缺少此项。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a finite number.</source>
        <translation>值为 {value}；必须是有限的数。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a list.</source>
        <translation>值为 {value}；必须是列表。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a number.</source>
        <translation>值为 {value}；必须是数。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a text.</source>
        <translation>值为 {value}；必须是文本。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a whole number.</source>
        <translation>值为 {value}；必须是整数。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be a word of letters, digits and _.</source>
        <translation>值为 {value}；必须是由字母、数字和 _ 组成的单词。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be an object {{...}}.</source>
        <translation>值为 {value}；必须是对象 {{...}}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be at least {ge}.</source>
        <translation>值为 {value}；必须不小于 {ge}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be at most {le}.</source>
        <translation>值为 {value}；必须不大于 {le}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be less than {lt}.</source>
        <translation>值为 {value}；必须小于 {lt}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be true or false.</source>
        <translation>值为 {value}；必须是 true 或 false。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must be {expected}.</source>
        <translation>值为 {value}；必须是 {expected}。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; it must not be empty.</source>
        <translation>值为 {value}；不能为空。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>It is {value}; that number is too large.</source>
        <translation>值为 {value}；这个数太大了。</translation>
    </message>
    <message>
        <location filename="playground/document/faults.py"/>
        <source>There is no such entry in this format.</source>
        <translation>此格式中没有这一项。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>"version" is {value}; it must be a whole number.</source>
        <translation>“version”是 {value}；它必须是整数。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>A document is a JSON object {{...}}; this file holds a {kind}.</source>
        <translation>文档是一个 JSON 对象 {{...}}；而此文件中是 {kind}。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>A number has {n} digits; at most 20 are read.</source>
        <translation>有一个数长达 {n} 位；最多读取 20 位。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>An object has the entry "{key}" twice.</source>
        <translation>某个对象中“{key}”出现了两次。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Check the path and the name.</source>
        <translation>请检查路径和名称。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Compare the line with its neighbours: a comma or a bracket may be missing.</source>
        <translation>请对照相邻的行：可能少了逗号或括号。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>It has {n} entries; at most {limit} are read.</source>
        <translation>它有 {n} 个条目；最多读取 {limit} 个。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Open one of the files in it.</source>
        <translation>请打开其中的某个文件。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file has {size} MB; a document has at most {limit} MB.</source>
        <translation>文件有 {size} MB；文档最多 {limit} MB。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file holds more than {n} values.</source>
        <translation>文件中的值超过了 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The file nests brackets deeper than {limit} levels.</source>
        <translation>文件中括号嵌套超过了 {limit} 层。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>The number {digits} is too large.</source>
        <translation>数 {digits} 太大了。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This file was written by a newer Neural Playground (version {version}); this one reads up to version {newest}.</source>
        <translation>此文件由更新版本的 Neural Playground 写成（格式版本 {version}）；当前程序最高可读版本 {newest}。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is no Neural Playground document: "format" is not "{format}".</source>
        <translation>这不是 Neural Playground 文档：“format”不是“{format}”。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not a text file in UTF-8: byte {n} is none.</source>
        <translation>这不是 UTF-8 文本文件：第 {n} 个字节不合规。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not a text file.</source>
        <translation>这不是文本文件。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>This is not valid JSON: {reason}.</source>
        <translation>这不是有效的 JSON：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Update Neural Playground to open it.</source>
        <translation>请更新 Neural Playground 后再打开。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Weights and data do not belong into the document.</source>
        <translation>权重和数据不应放进文档。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>Write a finite number instead.</source>
        <translation>请改写为有限的数。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>line {line}, column {column}</source>
        <translation>第 {line} 行第 {column} 列</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} is a folder, not a file.</source>
        <translation>{name} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{name} is not an ordinary file.</source>
        <translation>{name} 不是普通文件。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <source>{word} is not a number that JSON knows.</source>
        <translation>{word} 不是 JSON 支持的数。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <location filename="playground/gui/snapshot.py"/>
        <location filename="playground/telemetry/runs.py"/>
        <source>{name} could not be saved: {reason}.</source>
        <translation>无法保存 {name}：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <location filename="playground/telemetry/runs.py"/>
        <source>The file is as it was before. Save it in another place.</source>
        <translation>原文件保持不变。请保存到别的位置。</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <location filename="playground/telemetry/runs.py"/>
        <source>it would have more than {n} MB</source>
        <translation>它会超过 {n} MB</translation>
    </message>
    <message>
        <location filename="playground/document/format.py"/>
        <location filename="playground/telemetry/runs.py"/>
        <location filename="playground/train/tensor_file.py"/>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/document/frames.py"/>
        <source>A frame needs at least one block.</source>
        <translation>框中至少要有一个模块。</translation>
    </message>
    <message>
        <location filename="playground/document/frames.py"/>
        <source>There is no frame "{id}".</source>
        <translation>没有框“{id}”。</translation>
    </message>
    <message>
        <location filename="playground/document/layout/layout.py"/>
        <source>The old layout was kept. Select a part of the graph and lay that out.</source>
        <translation>保留了原来的布局。请选中图的一部分，只对这部分重新布局。</translation>
    </message>
    <message>
        <location filename="playground/document/layout/layout.py"/>
        <source>{n} blocks with {m} wires are too much for a layout.</source>
        <translation>{n} 个模块加 {m} 条连线太多，无法自动布局。</translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>Check the spelling and the folder.</source>
        <translation>请检查拼写和所在的文件夹。</translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>There is no file and no preset "{name}".</source>
        <translation>没有名为“{name}”的文件或预设。</translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <source>`playground presets` lists the presets.</source>
        <translation>`playground presets` 会列出所有预设。</translation>
    </message>
    <message>
        <location filename="playground/document/library.py"/>
        <location filename="playground/train/tensor_file.py"/>
        <source>There is no file {path}.</source>
        <translation>没有文件 {path}。</translation>
    </message>
    <message>
        <location filename="playground/document/migrations/__init__.py"/>
        <source>The file says it has version {version}, but it is not laid out like that: {reason}.</source>
        <translation>文件自称版本为 {version}，但结构与之不符：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>a parameter holds finite numbers, texts, lists and objects, not {value}</source>
        <translation>参数只能是有限的数、文本、列表和对象，不能是 {value}</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>a wire is ["block.port", "block.port"], not {value}</source>
        <translation>连线应为 ["block.port", "block.port"]，不能是 {value}</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>an id is a word of letters, digits and _ that starts with a letter, at most 64 long, but this one is {value}</source>
        <translation>id 由字母、数字和 _ 组成，以字母开头，最长 64 个字符，但这个 id 是 {value}</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>it is nested deeper than {limit} levels</source>
        <translation>嵌套超过了 {limit} 层</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>the group "{group}" holds "{id}", but no block has that id</source>
        <translation>分组“{group}”中有“{id}”，但没有这个 id 的模块</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>the id {value} is reserved by Python or torch</source>
        <translation>id {value} 是 Python 或 torch 的保留名</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>two blocks have the id "{id}"</source>
        <translation>有两个模块的 id 都是“{id}”</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>two composites have the id "{id}"</source>
        <translation>有两个复合模块的 id 都是“{id}”</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>two entries of "{kind}" have the id "{id}"</source>
        <translation>“{kind}”中有两项的 id 都是“{id}”</translation>
    </message>
    <message>
        <location filename="playground/document/model.py"/>
        <source>wires[{number}] ({wire}) leads to "{end}", but no block has that id</source>
        <translation>wires[{number}]（{wire}）连到“{end}”，但没有这个 id 的模块</translation>
    </message>
    <message>
        <location filename="playground/document/ready.py"/>
        <source>Attention, then a small network on each step; both add to what was there. A composite: open it, repeat it, unpack it.</source>
        <translation>先是注意力，再是每一步上的小网络；两者都加到原有的数上。这是复合模块：可以打开、重复、拆开。</translation>
    </message>
    <message>
        <location filename="playground/document/ready.py"/>
        <source>Transformer block</source>
        <translation>Transformer 模块</translation>
    </message>
    <message>
        <location filename="playground/document/whole_file.py"/>
        <source>it is a folder</source>
        <translation>它是文件夹</translation>
    </message>
    <message>
        <location filename="playground/experiments/_batches.py"/>
        <source>A batch takes {b} samples, but there are only {n} to train on.</source>
        <translation>每批要取 {b} 个样本，但只有 {n} 个训练样本。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_batches.py"/>
        <location filename="playground/train/run.py"/>
        <source>Set the batch size to at most {n}.</source>
        <translation>批大小最多设为 {n}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_denoise.py"/>
        <source>A diffusion network starts at an Input block and at Time embedding blocks, but {id} is neither.</source>
        <translation>扩散网络应从“输入”模块和“时间嵌入”模块开始，但 {id} 两者都不是。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_denoise.py"/>
        <source>Join a Time embedding block with the sample, or let it steer a FiLM block.</source>
        <translation>请把“时间嵌入”模块与样本拼接起来，或让它控制一个 FiLM 模块。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_denoise.py"/>
        <source>Join {id} with a Time embedding</source>
        <translation>把 {id} 与“时间嵌入”拼接起来</translation>
    </message>
    <message>
        <location filename="playground/experiments/_denoise.py"/>
        <source>Make it a Time embedding block.</source>
        <translation>请把它改成“时间嵌入”模块。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_denoise.py"/>
        <source>The network is not told the time: it has to guess how noisy each sample is.</source>
        <translation>网络不知道时间：它只能猜测每个样本有多少噪声。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <source>The test loss has not improved for {n} epochs.</source>
        <translation>测试损失已连续 {n} 轮没有改善。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Gradients longer than this are shortened to it; 0 = never.</source>
        <translation>梯度范数超过此值就缩短到此值；0 表示不裁剪。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>How the learning rate changes over the run.</source>
        <translation>训练过程中学习率如何变化。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>L1 regularisation: makes weak weights 0. A block can have its own.</source>
        <translation>L1 正则化：使弱权重变为 0。每个模块可以有自己的设置。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>L2 regularisation: pulls all weights towards 0. A block can have its own.</source>
        <translation>L2 正则化：把所有权重拉向 0。每个模块可以有自己的设置。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Part of the last step that is added to the next (sgd, rmsprop).</source>
        <translation>上一步的更新有多大比例加到下一步（sgd、rmsprop）。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Samples per step: more make it slower, but less noisy.</source>
        <translation>每步使用的样本数：越多越慢，但波动越小。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Schedule step: factor of each reduction.</source>
        <translation>step 调度：每次衰减所乘的系数。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Schedule step: steps between two reductions.</source>
        <translation>step 调度：两次衰减之间的步数。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Schedules warmup and warmup_cosine: steps until the full learning rate.</source>
        <translation>warmup 和 warmup_cosine 调度：学习率升到设定值所用的步数。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Size of each step downhill.</source>
        <translation>每次沿梯度下降的步子有多大。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Stop after this many epochs without a better test loss; 0 = never.</source>
        <translation>测试损失连续这么多轮没有改善就停止；0 表示不停止。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>The rule by which gradients change the weights.</source>
        <translation>根据梯度更新权重的规则。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="playground/experiments/_descent.py"/>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>L1</source>
        <translation>L1 正则化</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Batch normalisation needs at least 2 samples in a batch, but the batch size is 1.</source>
        <translation>批归一化要求每批至少有 2 个样本，但批大小为 1。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Choose another target or other data.</source>
        <translation>请选择别的目标或别的数据。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Delete all {n} batch normalisations</source>
        <translation>删除全部 {n} 个批归一化模块</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Insert a block with weights, such as Linear.</source>
        <translation>请插入带权重的模块，例如线性层。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>No block of the network has weights, so there is nothing to train.</source>
        <translation>网络中没有带权重的模块，因此没有可训练的内容。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Predict {field}</source>
        <translation>预测 {field}</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Remove the block: the loss takes raw scores (logits).</source>
        <translation>请移除该模块：损失函数接收的是原始得分（logits）。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Set the batch size to 2 or more.</source>
        <translation>请把批大小设为 2 或更大。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The data has no field "{field}" to predict; it has: {fields}.</source>
        <translation>数据没有可供预测的字段“{field}”；现有字段：{fields}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The data has {n} classes: one output a class.</source>
        <translation>数据有 {n} 个类别：每个类别对应一个输出。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The data has {n} tokens: at each step one output for each of them.</source>
        <translation>数据有 {n} 个词元：每一步对每个词元要有一个输出。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>The output needs the shape of the target.</source>
        <translation>输出的形状必须与目标一致。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use layer normalisation in all {n} places</source>
        <translation>在全部 {n} 处改用层归一化</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use mse, l1 or smooth_l1.</source>
        <translation>请用 mse、l1 或 smooth_l1。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use {loss}</source>
        <translation>使用 {loss}</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>Use {loss}.</source>
        <translation>请用 {loss}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>no number below 0</source>
        <translation>不小于 0 的数</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>only numbers between -1 and 1</source>
        <translation>介于 -1 和 1 之间的数</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>only numbers between 0 and 1</source>
        <translation>介于 0 和 1 之间的数</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} applies {block} itself; this block does it a second time.</source>
        <translation>{loss} 自身已包含 {block}；这个模块又做了一遍。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} compares classes, but the target is a number.</source>
        <translation>{loss} 用于比较类别，但目标是数值。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} compares numbers, but the target is tokens.</source>
        <translation>{loss} 比较的是数，但目标是词元。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} needs {accepted} from the last block, but it gives {shape}.</source>
        <translation>{loss} 要求最后一个模块输出 {accepted}，实际输出 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} takes scores of any size, but {id} gives {range}.</source>
        <translation>{loss} 接受任意大小的得分，但 {id} 只给出{range}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <source>{loss} treats the classes as amounts; learning them is slower and less sure.</source>
        <translation>{loss} 把类别当作数量，学习会更慢，也更不稳定。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_fit.py"/>
        <location filename="playground/train/health/repairs.py"/>
        <source>{first}, then: {second}</source>
        <translation>{first}，然后：{second}</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Make the last block give the shape {wanted}.</source>
        <translation>请让最后一个模块输出形状 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Only numbers can be given back, but {id} reads labels or tokens.</source>
        <translation>只有数值才能被还原，但 {id} 读取的是标签或词元。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Read a field of numbers.</source>
        <translation>请读取一个数值字段。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Start it at one Input block.</source>
        <translation>请让它从一个“输入”模块开始。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>The model "{role}" must read one field of the data, but it has {n} Input blocks.</source>
        <translation>模型“{role}”必须读取数据的一个字段，但它有 {n} 个“输入”模块。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>The network gives {made}, but the data has the shape {wanted}.</source>
        <translation>网络输出 {made}，但数据的形状为 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>Use mse.</source>
        <translation>请使用 mse。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_given_back.py"/>
        <source>bce_with_logits compares probabilities, but the data runs from {low:.4g} to {high:.4g}.</source>
        <translation>bce_with_logits 比较的是概率，但数据的范围是 {low:.4g} 到 {high:.4g}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>A language model predicts tokens, but the field "{field}" of the data holds none.</source>
        <translation>语言模型预测词元，但数据的字段“{field}”中没有词元。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>A step of this network sees later ones: it could copy what it is to predict.</source>
        <translation>这个网络的某一步能看到更晚的步：它可以照抄要预测的内容。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>Choose data of the group Language, or another kind of training.</source>
        <translation>请选择“语言”组中的数据，或换一种训练方式。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>In {id} a step sees later ones: it could copy the token it is to predict.</source>
        <translation>在 {id} 中，某一步能看到更晚的步：它可以照抄要预测的词元。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>It reads from the last step on, too.</source>
        <translation>它也从最后一步往前读。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>Its steps look at all others.</source>
        <translation>它的每一步都看所有其他步。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>Switch mask_token of the data on.</source>
        <translation>请打开数据的 mask_token。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>Switch {name} on</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>The vocabulary has no token [MASK] to hide others with.</source>
        <translation>词表中没有用来遮住其他词元的 [MASK]。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_language.py"/>
        <source>Use blocks that look back only: recurrent ones, or attention with causal on.</source>
        <translation>请使用只往回看的模块：循环模块，或打开因果的注意力。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_latent.py"/>
        <source>Give its last block twice as many outputs as the Noise block of the decoder has.</source>
        <translation>请让它的最后一个模块的输出数等于解码器“噪声”模块的两倍。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_latent.py"/>
        <source>Start it with a Noise block, whose length is the size of the code.</source>
        <translation>请用“噪声”模块开头，其长度就是编码的维数。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_latent.py"/>
        <source>The decoder must start at one Noise block: the codes come in there.</source>
        <translation>解码器必须从一个“噪声”模块开始：编码从那里进入。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_latent.py"/>
        <source>The encoder must give {wanted} numbers, a mean and a log-variance for each of the {n} of the code, but it gives {made}.</source>
        <translation>编码器必须给出 {wanted} 个数，即编码的 {n} 个数各有一个均值和一个对数方差，但它给出 {made}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Delete it, or take another loss.</source>
        <translation>删除它，或换一种损失。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>End it with a Linear block of 1 output.</source>
        <translation>请用只有 1 个输出的线性层结尾。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Join a Noise block and the class by a Concat block; name both as inputs.</source>
        <translation>用“拼接”模块把“噪声”模块与类别接在一起，并把两者都指定为输入。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Let both read it, or none.</source>
        <translation>让两者都读取它，或都不读取。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Make the last block of the generator give the shape {wanted}.</source>
        <translation>请让生成器的最后一个模块输出形状 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Name one Input block as its input.</source>
        <translation>请指定一个“输入”模块作为它的输入。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Set label_smoothing to 0.</source>
        <translation>把 label_smoothing 设为 0。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Start it with a Noise block.</source>
        <translation>请用“噪声”模块开头。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The discriminator judges one field of the data: start it at one Input block.</source>
        <translation>判别器判断数据的一个字段：请让它从一个“输入”模块开始。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The discriminator must end in one number, real or forged, but it gives {shape}.</source>
        <translation>判别器最后必须输出一个数，表示真或假，但它输出的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The generator knows the class alone: it can make one sample of each, no more.</source>
        <translation>生成器只知道类别：每一类只能造出一个样本。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The generator makes samples of shape {made}, but the data has the shape {wanted}.</source>
        <translation>生成器产生的样本形状为 {made}，但数据的形状为 {wanted}。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The generator must make samples from noise, but it starts at an Input block.</source>
        <translation>生成器必须由噪声产生样本，但它从“输入”模块开始。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The gradient penalty looks at each sample by itself, but {id} mixes the samples of a batch.</source>
        <translation>梯度惩罚逐个看待每个样本，但 {id} 会把一批样本混在一起。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>The {knows} is told {field} of each sample, but the {other} is not.</source>
        <translation>{knows}知道每个样本的 {field}，但{other}不知道。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>Use layer normalisation in the discriminator.</source>
        <translation>在判别器中使用层归一化。</translation>
    </message>
    <message>
        <location filename="playground/experiments/_players.py"/>
        <source>wgan_gp has no labels to smooth: its discriminator gives scores of any size.</source>
        <translation>wgan_gp 没有可以平滑的标签：它的判别器给出任意大小的分数。</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <source>Give each sample back; a narrow layer on the way makes the network find what matters.</source>
        <translation>还原每个样本；途中的窄层迫使网络找出要点。</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <source>How input and reconstruction are compared: squared error, or as probabilities 0..1.</source>
        <translation>如何比较输入与重建：平方误差，或作为 0..1 的概率。</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/gan.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/gan.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Clip grad norm</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Gamma</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Step size</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Warmup steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/diffusion.py"/>
        <location filename="playground/experiments/language_model.py"/>
        <location filename="playground/experiments/masked_language_model.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <location filename="playground/experiments/autoencoder.py"/>
        <location filename="playground/experiments/gan.py"/>
        <location filename="playground/experiments/supervised.py"/>
        <location filename="playground/experiments/vae.py"/>
        <location filename="playground/gui/lenses/loss.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>Diffusion</source>
        <translation>扩散</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>How much noise each step adds: cosine spares the sample at both ends.</source>
        <translation>每一步加多少噪声：cosine 在两端都比较爱惜样本。</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>In how many steps a sample becomes noise, and noise a sample: more is finer, slower.</source>
        <translation>样本经过多少步变成噪声，噪声又经过多少步变成样本：越多越精细，也越慢。</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>Noise schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>Noise steps</source>
        <translation>噪声步数</translation>
    </message>
    <message>
        <location filename="playground/experiments/diffusion.py"/>
        <source>See which noise was added to a sample; taking it away step by step turns noise into samples.</source>
        <translation>看出样本中加入了哪些噪声；一步步去掉噪声，就能把噪声变成样本。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Beta1</source>
        <translation>Beta1</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Beta2</source>
        <translation>Beta2</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Discriminator rate</source>
        <translation>判别器学习率</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Discriminator steps</source>
        <translation>判别器步数</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>GAN</source>
        <translation>生成对抗网络（GAN）</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Generator rate</source>
        <translation>生成器学习率</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Gradient penalty</source>
        <translation>梯度惩罚</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How long Adam remembers gradients; less than usual keeps the game from swinging.</source>
        <translation>Adam 对梯度记忆多久；取得比平常小，可以避免对抗来回振荡。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How long Adam remembers the squares of gradients.</source>
        <translation>Adam 对梯度平方记忆多久。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>How often the discriminator is trained in each step of the generator.</source>
        <translation>生成器每训练一步，判别器训练几步。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Real samples are called real by this much less than 1: a less sure discriminator.</source>
        <translation>真实样本的标签比 1 小这么多，使判别器不那么自信。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Real samples, and as many forged ones, in each step.</source>
        <translation>每步使用的真实样本数，伪造样本数与之相同。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Rule by which both networks turn gradients into new weights.</source>
        <translation>两个网络根据梯度更新权重的规则。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Step size of the discriminator.</source>
        <translation>判别器每步更新的幅度。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Step size of the generator.</source>
        <translation>生成器每步更新的幅度。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Two networks play against each other: a generator forges samples, a discriminator judges.</source>
        <translation>两个网络相互对抗：生成器伪造样本，判别器辨别真假。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>Weight of (|slope of the verdict| - 1)² in wgan_gp; other losses have no such term.</source>
        <translation>wgan_gp 中 (|判定的斜率| - 1)² 的权重；其他损失没有这一项。</translation>
    </message>
    <message>
        <location filename="playground/experiments/gan.py"/>
        <source>What both play for: who is right (logits), squared errors, or the gap of the scores.</source>
        <translation>两者争的是什么：谁判断得对（logit）、平方误差，或分数之差。</translation>
    </message>
    <message>
        <location filename="playground/experiments/language_model.py"/>
        <source>At each step, say how likely each token is to come next; what comes is the answer.</source>
        <translation>在每一步说出每个词元接下来出现的可能性；真正出现的就是答案。</translation>
    </message>
    <message>
        <location filename="playground/experiments/language_model.py"/>
        <source>Field of the data with the token that comes after each step.</source>
        <translation>数据中存有每一步之后那个词元的字段。</translation>
    </message>
    <message>
        <location filename="playground/experiments/language_model.py"/>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <location filename="playground/experiments/masked_language_model.py"/>
        <source>Mask share</source>
        <translation>掩码比例</translation>
    </message>
    <message>
        <location filename="playground/experiments/masked_language_model.py"/>
        <source>Masked language model</source>
        <translation>掩码语言模型</translation>
    </message>
    <message>
        <location filename="playground/experiments/masked_language_model.py"/>
        <source>Share of the tokens that are chosen to be guessed.</source>
        <translation>被选来猜的词元所占的比例。</translation>
    </message>
    <message>
        <location filename="playground/experiments/masked_language_model.py"/>
        <source>Some tokens are hidden, and the network says what they were; it may look to both sides.</source>
        <translation>遮住一些词元，让网络说出它们原来是什么；它可以看两边。</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Balanced: a sample of a rare class counts more, so that each class counts the same.</source>
        <translation>balanced：稀有类别的样本权重更大，使各类别的分量相同。</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Class weight</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Field of the data that the network has to predict.</source>
        <translation>网络要预测的数据字段。</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>How the distance between the network's answer and the truth is measured.</source>
        <translation>如何衡量网络的输出与真实值之间的差距。</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Show the network examples with their answers; after each batch, change the weights a little.</source>
        <translation>给网络看带答案的样本；每看完一批，就稍微调整一下权重。</translation>
    </message>
    <message>
        <location filename="playground/experiments/supervised.py"/>
        <source>Supervised learning</source>
        <translation>监督学习</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>For mse: standard deviation of the normal around what the decoder gives.</source>
        <translation>用于 mse：以解码器输出为中心的正态分布的标准差。</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>Variational autoencoder</source>
        <translation>变分自编码器</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>Weight of the KL divergence: more makes tidier codes, and blurs what is read back.</source>
        <translation>KL 散度的权重：越大，编码越规整，读回的结果越模糊。</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>What the decoder gives: probabilities 0..1 as logits, or the middle of a normal.</source>
        <translation>解码器给出什么：作为 logits 的 0..1 概率，或正态分布的中心。</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>Write each sample as a small cloud of codes, and read it back from any point of that cloud.</source>
        <translation>把每个样本写成一小团编码，并能从这团中的任何一点把它读回来。</translation>
    </message>
    <message>
        <location filename="playground/experiments/vae.py"/>
        <source>−log p(x|z) + β·KL (nats a sample)</source>
        <translation>−log p(x|z) + β·KL（奈特/样本）</translation>
    </message>
    <message>
        <location filename="playground/explain/chain_rule/moves.py"/>
        <source>{n} others:</source>
        <translation>其余 {n} 项：</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/base.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>Shift the view</source>
        <translation>平移视图</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>Snap to other cards</source>
        <translation>对齐其他模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>Snap to the grid</source>
        <translation>对齐网格</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>View down</source>
        <translation>视图下移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>View to the left</source>
        <translation>视图左移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>View to the right</source>
        <translation>视图右移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/canvas.py"/>
        <source>View up</source>
        <translation>视图上移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <source>Chain rule on one sample</source>
        <translation>单个样本上的链式法则</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <source>Next operation</source>
        <translation>下一个运算</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <source>Previous operation</source>
        <translation>上一个运算</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Next block</source>
        <translation>下一个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Follow the training</source>
        <translation>跟随训练</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/chain_rule.py"/>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Detach from the linked ones</source>
        <translation>脱离关联</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Find repeats and fold…</source>
        <translation>查找并折叠重复部分…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>One level up</source>
        <translation>返回上一层级</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Open or close in place</source>
        <translation>就地展开/收起</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Open the composite</source>
        <translation>打开复合模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <source>Rename the composite…</source>
        <translation>重命名复合模块…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>Next copy</source>
        <translation>下一份</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>Previous copy</source>
        <translation>上一份</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <location filename="playground/gui/graph/composing.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Unpack the composite</source>
        <translation>拆开复合模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/composites.py"/>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Group into a composite</source>
        <translation>组合为复合模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/data.py"/>
        <source>Hide for a lesson</source>
        <translation>为课堂隐藏</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/data.py"/>
        <location filename="playground/gui/draw_data.py"/>
        <source>Regenerate the data</source>
        <translation>重新生成数据</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/data.py"/>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Draw a sample</source>
        <translation>手绘样本</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/data.py"/>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/hidden_chip.py"/>
        <source>Show all controls</source>
        <translation>显示所有控件</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/data.py"/>
        <location filename="playground/gui/panels/data.py"/>
        <source>Draw points</source>
        <translation>画点</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/depth.py"/>
        <source>Into the block</source>
        <translation>进入模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/depth.py"/>
        <source>One level up, out of the block</source>
        <translation>返回上一层级，离开模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/depth.py"/>
        <source>Open the block, or go deeper</source>
        <translation>打开模块，或进入下一层级</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/depth.py"/>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>Back to the overview</source>
        <translation>回到总览</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Add note</source>
        <translation>添加便笺</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Delete and reconnect</source>
        <translation>删除并重新连接</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Freeze weights</source>
        <translation>冻结权重</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Higher</source>
        <translation>增高</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>In one column</source>
        <translation>排成一列</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>In one row</source>
        <translation>排成一行</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Insert block…</source>
        <translation>插入模块…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Left edges</source>
        <translation>左边缘</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Lower</source>
        <translation>减矮</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Lower edges</source>
        <translation>下边缘</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Mute</source>
        <translation>绕过</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Narrower</source>
        <translation>减窄</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Next colour of the frame</source>
        <translation>框的下一种颜色</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Next wire, note or frame</source>
        <translation>下一条连线、便笺或框</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Previous block</source>
        <translation>上一个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Previous wire, note or frame</source>
        <translation>上一条连线、便笺或框</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Right edges</source>
        <translation>右边缘</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Select nothing</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Size of the note</source>
        <translation>便笺大小</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Upper edges</source>
        <translation>上边缘</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Wider</source>
        <translation>加宽</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <source>Write the note or the title of the frame…</source>
        <translation>编写便笺或框的标题…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/accessible.py"/>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/arranger.py"/>
        <source>Automatic layout</source>
        <translation>自动布局</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/desk.py"/>
        <source>Frame blocks</source>
        <translation>加框</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/desk.py"/>
        <source>Take out of the frame</source>
        <translation>移出框</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/desk.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete frame</source>
        <translation>删除框</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/edit.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Copy as picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Export as PyTorch code…</source>
        <translation>导出为 PyTorch 代码…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Forget the recent files</source>
        <translation>清空最近的文件</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Load weights…</source>
        <translation>载入权重…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Presets and recent files…</source>
        <translation>预设和最近的文件…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Resume a run…</source>
        <translation>继续已保存的运行…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save the run…</source>
        <translation>保存运行…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/file.py"/>
        <source>Save the weights…</source>
        <translation>保存权重…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>About Neural Playground</source>
        <translation>关于 Neural Playground</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>Help on the selected block</source>
        <translation>所选模块的帮助</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>Keyboard shortcuts…</source>
        <translation>键盘快捷键…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/help.py"/>
        <source>Open the folder of log files</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/layout.py"/>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/layout.py"/>
        <source>From top to bottom</source>
        <translation>从上到下</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/layout.py"/>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/layout.py"/>
        <source>Pin in place</source>
        <translation>固定位置</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/layout.py"/>
        <source>Without rows</source>
        <translation>不换行</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/penalty.py"/>
        <location filename="playground/gui/inspector/penalty_row.py"/>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Next surface</source>
        <translation>下一个曲面</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Race of optimisers</source>
        <translation>优化器竞赛</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Race: back to the start</source>
        <translation>竞赛：回到起点</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Race: one step</source>
        <translation>竞赛：前进一步</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Race: one step back</source>
        <translation>竞赛：后退一步</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Start or pause the race</source>
        <translation>开始或暂停竞赛</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <source>Use this optimiser in the network</source>
        <translation>在网络中使用此优化器</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/race.py"/>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Optimiser race</source>
        <translation>优化器竞赛</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Another seed</source>
        <translation>换一个随机种子</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Back to now</source>
        <translation>回到当前</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Engine</source>
        <translation>训练引擎</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Keep the runs with the document</source>
        <translation>运行记录随文档保存</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>New layers start as identity</source>
        <translation>新层从恒等映射开始</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>One kept step back</source>
        <translation>后退到上一个保留的步</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>One kept step forth</source>
        <translation>前进到下一个保留的步</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Play or pause</source>
        <translation>开始/暂停</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Slow motion: one operation at a time</source>
        <translation>慢动作：一次一个运算</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Slower</source>
        <translation>减慢</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <source>Training doctor</source>
        <translation>训练诊断</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <location filename="playground/gui/panels/memory_chip.py"/>
        <source>Memory for earlier steps</source>
        <translation>用于较早步骤的内存</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Export the curves…</source>
        <translation>导出曲线…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Forget all but the current run</source>
        <translation>清除当前运行以外的记录</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/run.py"/>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Continue from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Colours of the blocks</source>
        <translation>模块配色</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Command palette…</source>
        <translation>命令面板…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Find a block…</source>
        <translation>查找模块…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Fit all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Fit selection</source>
        <translation>显示所选</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Follow the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Next colours</source>
        <translation>下一种配色</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Next panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Previous panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Reset layout</source>
        <translation>恢复默认布局</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <source>Views</source>
        <translation>观察视图</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/docks.py"/>
        <location filename="playground/gui/panels/notices.py"/>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/view.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/wires.py"/>
        <source>Connect…</source>
        <translation>连接…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/wires.py"/>
        <source>Cut a wire…</source>
        <translation>剪断连线…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/wires.py"/>
        <source>Put the block into a wire…</source>
        <translation>把模块插入连线…</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/wires.py"/>
        <source>Wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <location filename="playground/gui/commands/wires.py"/>
        <location filename="playground/gui/graph/editor.py"/>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <source>Take out of the chain</source>
        <translation>从链路中取出</translation>
    </message>
    <message>
        <location filename="playground/gui/crash.py"/>
        <source>Something went wrong inside the program: {error}. Your work is safe; go on, or save and restart. Details are in {file}.</source>
        <translation>程序内部出错：{error}。您的工作没有丢失；可以继续，也可以保存后重新启动。详情见 {file}。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <source>its answers to {n} training samples</source>
        <translation>它对 {n} 个训练样本的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <source>mean of {title}</source>
        <translation>{title}的均值</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <source>training sample {n}: {value:.4g}</source>
        <translation>训练样本 {n}：{value:.4g}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <location filename="playground/gui/depth/_panels.py"/>
        <source>min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <location filename="playground/gui/depth/_panels.py"/>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_answers.py"/>
        <location filename="playground/gui/depth/_panels.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>max</source>
        <translation>最快</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_curve.py"/>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <location filename="playground/gui/depth/generic.py"/>
        <location filename="playground/gui/depth/linear.py"/>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <location filename="playground/gui/depth/staged_arithmetic.py"/>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_curve.py"/>
        <location filename="playground/gui/depth/linear.py"/>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_dense.py"/>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <location filename="playground/gui/depth/pointwise.py"/>
        <source>output [{index}] of {id}</source>
        <translation>{id} 的输出 [{index}]</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>The effective field is being measured…</source>
        <translation>正在测量有效感受野……</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>effective field over {id}</source>
        <translation>{id} 上的有效感受野</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>pixels above 5 % of the strongest; {n} are in the field</source>
        <translation>个像素超过最大影响的 5%；感受野内共 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>px really count</source>
        <translation>px 真正起作用</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>{id} {shape}</source>
        <translation>{id} {shape}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_field.py"/>
        <source>|d cell / d input|</source>
        <translation>|∂格子/∂输入|</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_formula.py"/>
        <source>({n} smaller terms)</source>
        <translation>（{n} 个较小的项）</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_histogram.py"/>
        <source>{n} numbers from {low:.3g} to {high:.3g}</source>
        <translation>{n} 个数，从 {low:.3g} 到 {high:.3g}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <source>Kernel {k}, stride {s}: away from the border each number gets {n} of them.</source>
        <translation>卷积核 {k}，步幅 {s}：离开边界后，每个数得到其中 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <source>Kernel {k}, stride {s}: {least} to {most} stamps lie there in turns, a checkerboard. A kernel that is a multiple of the stride has none.</source>
        <translation>卷积核 {k}，步幅 {s}：每处交替叠着 {least} 到 {most} 个印记，形成棋盘格。卷积核大小是步幅的整数倍时没有棋盘格。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <source>map {n}, if all inputs were 1</source>
        <translation>若所有输入都是 1，特征图 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <source>stamps on each number of the output</source>
        <translation>落在每个输出数上的印记数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <location filename="playground/gui/depth/_stamp.py"/>
        <source>Each input number stamps the kernel into the output; where stamps meet, they add.</source>
        <translation>每个输入数把卷积核印到输出上；印记重叠处相加。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_overlap.py"/>
        <location filename="playground/gui/depth/_stamp.py"/>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <location filename="playground/gui/depth/generic.py"/>
        <location filename="playground/gui/depth/linear.py"/>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <location filename="playground/gui/depth/staged_arithmetic.py"/>
        <source>input from {id}</source>
        <translation>来自 {id} 的输入</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_panels.py"/>
        <source>no finite number</source>
        <translation>没有有限的数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_panels.py"/>
        <source>std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_panels.py"/>
        <source>{title}  {shape}, {n} more</source>
        <translation>{title}  {shape}，另有 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>kernel of map {n}, the same at every place</source>
        <translation>特征图 {n} 的卷积核，在每个位置都相同</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>parameters here</source>
        <translation>此处的参数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>parameters if dense</source>
        <translation>全连接时的参数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>the same as a dense layer: a row an output</source>
        <translation>等价的全连接层：每行一个输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>weight of a dense layer</source>
        <translation>全连接层的权重</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sharing.py"/>
        <source>{rows} of {all} outputs, {columns} of {every} inputs of one map</source>
        <translation>{all} 个输出中的 {rows} 个，一张特征图 {every} 个输入中的 {columns} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sliding_view.py"/>
        <source>Move the window over the maps by itself; the pointer stops it</source>
        <translation>让窗口自动在特征图上移动；鼠标指上去即停</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_sliding_view.py"/>
        <source>Slide</source>
        <translation>滑动</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>example of a mask</source>
        <translation>掩码的一个例子</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>exp of it</source>
        <translation>取 exp</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>input × mask ÷ kept</source>
        <translation>输入 × 掩码 ÷ 保留比例</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>input − mean</source>
        <translation>输入 − 均值</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>sum of all exp</source>
        <translation>所有 exp 之和</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_staged.py"/>
        <source>÷ √(variance + ε)</source>
        <translation>÷ √(方差 + ε)</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_stamp.py"/>
        <source>stamp</source>
        <translation>印记</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_stamp.py"/>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>kernel of map {n}</source>
        <translation>特征图 {n} 的卷积核</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_stamp.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>largest channels of {id}</source>
        <translation>{id} 中最大的通道</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_stamp.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>output map {n}</source>
        <translation>输出特征图 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_terms.py"/>
        <source>{n} smaller terms</source>
        <translation>{n} 个较小的项</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>= kernel</source>
        <translation>= 核</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Change the window of {id}</source>
        <translation>更改 {id} 的窗口</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Give the block this window; undo brings the old one back</source>
        <translation>让模块使用这个窗口；撤销可恢复原来的</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>Kernel</source>
        <translation>核</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>What arrives at this block is not known.</source>
        <translation>不知道这个模块收到的是什么。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>across: {sum}</source>
        <translation>横向：{sum}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>down: {sum}</source>
        <translation>纵向：{sum}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_trial.py"/>
        <source>output {shape}, {flops} a sample</source>
        <translation>输出 {shape}，每样本 {flops}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_tried.py"/>
        <source>channel {n} of {id}</source>
        <translation>{id} 的通道 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_tried.py"/>
        <source>output map {n}, if it were so</source>
        <translation>这样设置时的输出特征图 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_tried.py"/>
        <source>output of the tried window</source>
        <translation>试用窗口的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_tried.py"/>
        <source>the output, and where stamps lie on it</source>
        <translation>输出，以及印记落在何处</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_window_view.py"/>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_window_view.py"/>
        <source>Try a window</source>
        <translation>试用窗口</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_window_view.py"/>
        <source>Try kernel size, stride, padding and dilation, and see where windows stand</source>
        <translation>试用不同的核大小、步幅、填充和膨胀率，看窗口落在哪里</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_window_view.py"/>
        <source>What a cell looks at in every layer before it, and what of it it uses</source>
        <translation>一个格子在之前每一层中看到什么，真正用到其中的哪些</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/_window_view.py"/>
        <source>{id}: {arriving} maps arrive, {leaving} maps leave.</source>
        <translation>{id}：输入 {arriving} 张特征图，输出 {leaving} 张。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/base.py"/>
        <source>This view fills as soon as the network has calculated the sample.</source>
        <translation>网络算完这个样本后，此视图就会显示内容。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <source>patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <source>patch of {id}</source>
        <translation>{id} 的图块</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <source>products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <source>the {n} largest of {all} channels</source>
        <translation>{all} 个通道中最大的 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>what channel {n} adds to this cell</source>
        <translation>通道 {n} 给这个格子加上的数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_cell.py"/>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>Kernels of another size begin with weights drawn at random.</source>
        <translation>换成别的尺寸，卷积核要从随机权重开始。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>Shared weights</source>
        <translation>权重共享</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>The same weights at every place, beside a dense layer that does the same</source>
        <translation>每个位置使用同样的权重；旁边是作用相同的全连接层</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>This map is too large to be calculated here.</source>
        <translation>这张特征图太大，无法在此计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>bias of map {n}</source>
        <translation>特征图 {n} 的偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>kernels {shape}</source>
        <translation>卷积核 {shape}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_layer.py"/>
        <source>kernels {shape}: the {n} largest of each</source>
        <translation>卷积核 {shape}：各取最大的 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>no bias</source>
        <translation>无偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <source>what each adds</source>
        <translation>各通道加上的数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/conv_unit.py"/>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>share</source>
        <translation>占比</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/generic.py"/>
        <source>{id} puts out {n} numbers, from {low:.3g} to {high:.3g}.</source>
        <translation>{id} 输出 {n} 个数，从 {low:.3g} 到 {high:.3g}。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/generic.py"/>
        <source>{n} tensors more: make the window larger to see them.</source>
        <translation>还有 {n} 个张量：请放大窗口查看。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/generic.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <source>Unit {index} of {id}: mean {mean:.3g}.</source>
        <translation>{id} 的单元 {index}：均值 {mean:.3g}。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>+ bias</source>
        <translation>+ 偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>= output</source>
        <translation>= 输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>neurons {seen}</source>
        <translation>神经元 {seen}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>the wheel scrolls</source>
        <translation>滚轮可滚动</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>the wheel scrolls, with Shift across</source>
        <translation>滚轮可滚动，按住 Shift 横向滚动</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>weights, bias</source>
        <translation>权重、偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>{first}–{last} of {total:,}</source>
        <translation>{first}–{last}，共 {total:,}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <source>{n} neurons with {k} weights each.</source>
        <translation>{n} 个神经元，每个有 {k} 个权重。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>Neuron {index} puts out {value:.3g}.</source>
        <translation>神经元 {index} 输出 {value:.3g}。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear.py"/>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <source>Ring: the sum without its bias. The bias moves it to the point.</source>
        <translation>圆环：不加偏置的和。偏置把它移到圆点处。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <source>sum = output [{index}]</source>
        <translation>和 = 输出 [{index}]</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_arithmetic.py"/>
        <source>{function} of it</source>
        <translation>再经过 {function}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>before {function}</source>
        <translation>{function} 之前</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>heard by {id}</source>
        <translation>{id} 如何接收它</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>its function</source>
        <translation>它的函数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>its weights</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>listens to {n} inputs</source>
        <translation>接收 {n} 个输入</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>listens to {n} inputs, most to</source>
        <translation>接收 {n} 个输入，主要来自</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>neuron {index} of {id}</source>
        <translation>{id} 的神经元 {index}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>share, %</source>
        <translation>占比，%</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/linear_neuron.py"/>
        <source>{name} makes {value:.3g} of it.</source>
        <translation>{name} 把它变成 {value:.3g}。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/number.py"/>
        <source>A wave of the time t: how many steps of noise the sample has had.</source>
        <translation>时间 t 的一种波：样本已经历了多少步噪声。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/number.py"/>
        <source>Drawn at random, from a normal distribution of mean 0 and deviation 1.</source>
        <translation>随机抽取，来自均值 0、标准差 1 的正态分布。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/number.py"/>
        <source>Read from the data: no block has calculated it.</source>
        <translation>读自数据：没有模块计算过它。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/number.py"/>
        <source>There is no formula for it here: all that enters the block is below.</source>
        <translation>此处没有它的公式：进入该模块的一切都在下方。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <source>= the share of a gradient that gets through</source>
        <translation>= 梯度能通过的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <source>slope here</source>
        <translation>此处的斜率</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <source>{symbol}: a function of the data that needs no weights.</source>
        <translation>{symbol}：数据的一个函数，不需要权重。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <source>The same numbers in the same order: only the axes are gone.</source>
        <translation>数和顺序都不变，只是没有了各个轴。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <source>The same numbers in the same order: only the axes are others.</source>
        <translation>数和顺序都不变，只是轴不同了。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <source>While it is measured, Dropout lets every number through.</source>
        <translation>测量时，Dropout 让所有的数都通过。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pointwise.py"/>
        <location filename="playground/gui/depth/staged.py"/>
        <location filename="playground/gui/graph/facts.py"/>
        <source>Muted: it passes its input through unchanged.</source>
        <translation>已绕过：输入原样通过。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>Move the input by a pixel and see which numbers of the output stay as they are</source>
        <translation>把输入移动一个像素，看输出中哪些数保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>One down</source>
        <translation>下移一格</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>One left</source>
        <translation>左移一格</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>One right</source>
        <translation>右移一格</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>One up</source>
        <translation>上移一格</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>Shift by a pixel</source>
        <translation>移动一个像素</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>The gradient is being measured: it needs a target and a loss.</source>
        <translation>正在测量梯度：它需要目标和损失。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>The gradient of the loss that arrives, and to whom it is handed back</source>
        <translation>传到这里的损失梯度，以及它被传回给谁</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>gradient handed back</source>
        <translation>传回的梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>gradient that arrives</source>
        <translation>传来的梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>input moved {right} right, {down} down</source>
        <translation>输入右移 {right}、下移 {down}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>moved input</source>
        <translation>移动后的输入</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>numbers of this map that stay as they are</source>
        <translation>这张特征图中保持不变的数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>of {all} numbers of the output stay as they are;</source>
        <translation>／{all} 个输出的数保持不变；</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>of {all} of the input do</source>
        <translation>／{all} 个输入的数保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>of {all} stay</source>
        <translation>／{all} 个保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>output of the moved input</source>
        <translation>移动后的输入对应的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_layer.py"/>
        <source>output: framed numbers stay</source>
        <translation>输出：加框的数保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>, {n} smaller</source>
        <translation>，{n} 个更小的</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>Being measured…</source>
        <translation>正在测量……</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>The gradient goes back in {n} equal parts.</source>
        <translation>梯度均分成 {n} 份传回。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>The winner gets all of the gradient, the others nothing.</source>
        <translation>胜者得到全部梯度，其余得不到。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>d output / d each</source>
        <translation>∂输出/∂各项</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>derivative</source>
        <translation>导数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>handed back</source>
        <translation>传回的梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>part of the gradient</source>
        <translation>梯度的份额</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>the other {n}</source>
        <translation>其余 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/pool_unit.py"/>
        <source>{n} are equal: the first wins, and gets all of the gradient.</source>
        <translation>{n} 个相等：第一个胜出，得到全部梯度。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>bars end at {low} and {high}</source>
        <translation>条形两端为 {low} 和 {high}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>cosine and sine of the angle of each pair: a row a position</source>
        <translation>每对特征旋转角的余弦和正弦：每行一个位置</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>learned numbers that are added: a row a position, a column a channel</source>
        <translation>相加的可学习数：每行一个位置，每列一个通道</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>position {i} times position {j}</source>
        <translation>位置 {i} 与位置 {j} 的点积</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>product of position {i} with each position</source>
        <translation>位置 {i} 与每个位置的点积</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/positions.py"/>
        <source>waves that are added: a row a position, a column a channel</source>
        <translation>相加的波：每行一个位置，每列一个通道</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>Each number is a row of the first with a column of the second: times, and sum.</source>
        <translation>每个数由第一个的一行与第二个的一列得出：逐项相乘，再求和。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>Each number is a row of the first with a row of the second: times, and sum.</source>
        <translation>每个数由第一个的一行与第二个的一行得出：逐项相乘，再求和。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>Each number is the sum of those at the same place of every input.</source>
        <translation>每个数是各输入同一位置的数之和。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>Measured with running mean and variance; a batch in training has its own.</source>
        <translation>测量时使用滑动均值和方差；训练时每批用自己的。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>The inputs one after the other: each number is one of theirs.</source>
        <translation>各输入依次相接：每个数都来自其中之一。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged.py"/>
        <source>{id}: {steps}</source>
        <translation>{id}：{steps}</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged_arithmetic.py"/>
        <source>all numbers of the mean</source>
        <translation>求均值的所有数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged_arithmetic.py"/>
        <source>share of the sum</source>
        <translation>在和中的占比</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/staged_arithmetic.py"/>
        <source>{title}: {n} of {count}</source>
        <translation>{title}：第 {n} 个，共 {count} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/transposed_layer.py"/>
        <source>How many input numbers stamp each number of the output, and where that is uneven</source>
        <translation>每个输出数被多少个输入数盖印，以及哪里不均匀</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/transposed_layer.py"/>
        <source>Overlaps</source>
        <translation>重叠</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/transposed_unit.py"/>
        <source>Stamp</source>
        <translation>印记</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/transposed_unit.py"/>
        <source>What a single place of the input stamps into the output, channel by channel</source>
        <translation>输入的一个位置逐通道在输出上印下什么</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/transposed_unit.py"/>
        <source>numbers of {id} that reach it</source>
        <translation>{id} 中影响它的数</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>Nothing is learned: each pixel is copied into {n} × {n} numbers.</source>
        <translation>没有要学习的参数：每个像素复制成 {n} × {n} 个数。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>Nothing is learned: the nearer a pixel, the more of it; fractions add up to 1.</source>
        <translation>没有要学习的参数：像素越近占比越大；各占比之和为 1。</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>fraction of this pixel</source>
        <translation>这个像素的占比</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>handed back to the pixels</source>
        <translation>传回给各像素</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <location filename="playground/gui/depth/upsample.py"/>
        <source>pixels around it</source>
        <translation>周围的像素</translation>
    </message>
    <message>
        <location filename="playground/gui/docks.py"/>
        <source>Close {panel}</source>
        <translation>关闭{panel}</translation>
    </message>
    <message>
        <location filename="playground/gui/draw_data.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
    <message>
        <location filename="playground/gui/draw_data.py"/>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Open the view {title}</source>
        <translation>打开视图“{title}”</translation>
    </message>
    <message>
        <location filename="playground/gui/edit_notices.py"/>
        <source>From step {step} on: {changes}</source>
        <translation>从第 {step} 步起：{changes}</translation>
    </message>
    <message>
        <location filename="playground/gui/engine_choice.py"/>
        <source>{engine}: from the next reset on.</source>
        <translation>{engine}：下次重置后生效。</translation>
    </message>
    <message>
        <location filename="playground/gui/field_words.py"/>
        <source>at most {size}</source>
        <translation>最多 {size}</translation>
    </message>
    <message>
        <location filename="playground/gui/field_words.py"/>
        <source>{h} × {w} px</source>
        <translation>{h} × {w} px</translation>
    </message>
    <message>
        <location filename="playground/gui/field_words.py"/>
        <source>{h} × {w} px, {down} × {across} without padding</source>
        <translation>{h} × {w} px，除去填充为 {down} × {across}</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Export as PyTorch code</source>
        <translation>导出为 PyTorch 代码</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Networks (*.json)</source>
        <translation>网络 (*.json)</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Opened {n} blocks.</source>
        <translation>已打开 {n} 个模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Opening {n} blocks…</source>
        <translation>正在打开 {n} 个模块…</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Recover unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Save the changes to “{name}”?</source>
        <translation>要保存对“{name}”的修改吗？</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>The program ended before “{name}” was saved. Unsaved work of {when} was found.</source>
        <translation>程序在保存“{name}”之前就结束了。找到了 {when} 的未保存工作。</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Unsaved work</source>
        <translation>未保存的工作</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <source>Wrote {name}.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <location filename="playground/gui/graph/accessible.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <location filename="playground/gui/graph/header.py"/>
        <location filename="playground/gui/graph/picture_out.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/main_window.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <location filename="playground/gui/lens_pictures.py"/>
        <location filename="playground/gui/panels/runs.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <location filename="playground/gui/weights.py"/>
        <location filename="playground/train/live.py"/>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <location filename="playground/gui/lens_pictures.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>{name} could not be written: {reason}.</source>
        <translation>无法写入 {name}：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/gui/files.py"/>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Draw a network, press Play, and watch everything that happens inside it.</source>
        <translation>画一个网络，点“开始”，看清它内部发生的一切。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/arranger.py"/>
        <source>Pin blocks</source>
        <translation>固定模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/arranger.py"/>
        <source>Unpin blocks</source>
        <translation>取消固定模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/at_work.py"/>
        <source>Backward: how the loss changes with the output of {id}</source>
        <translation>反向：损失随 {id} 的输出如何变化</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/at_work.py"/>
        <source>Forward: {id} makes its output</source>
        <translation>前向：{id} 计算输出</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/at_work.py"/>
        <source>Forward: {id} makes its output. Cards show the first of {n} samples.</source>
        <translation>前向：{id} 计算输出。各模块显示 {n} 个样本中的第一个。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/at_work.py"/>
        <source>The loss of this batch: {value}</source>
        <translation>这一批的损失：{value}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/at_work.py"/>
        <source>Update: the optimiser moves the weights of the marked blocks</source>
        <translation>更新：优化器调整有标记的模块的权重</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>A column is a step, a row a feature.</source>
        <translation>每一列是一步，每一行是一个特征。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Kernels. Scale: orange −{limit}, neutral 0, blue +{limit}.</source>
        <translation>卷积核。色标：橙色 −{limit}，中性色 0，蓝色 +{limit}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Output for one sample. Scale: orange −{limit}, neutral 0, blue +{limit}.</source>
        <translation>对一个样本的输出。色标：橙色 −{limit}，中性色 0，蓝色 +{limit}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Output for one sample. Scale: pale 0, full colour {limit}.</source>
        <translation>对一个样本的输出。色标：浅色 0，饱和色 {limit}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Probabilities: sigmoid of the block's output, for one sample. Scale: 0 to 1.</source>
        <translation>概率：该模块对一个样本的输出取 sigmoid。刻度：0 到 1。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>Probabilities: softmax of the block's output, for one sample. Scale: 0 to 1.</source>
        <translation>概率：该模块对一个样本的输出取 softmax。刻度：0 到 1。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>The network says {name} ({share}).</source>
        <translation>网络判断为 {name}（{share}）。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>The sample is {name}.</source>
        <translation>该样本是 {name}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>The tokens of one sample, in the order of their steps.</source>
        <translation>一个样本的词元，按步的顺序排列。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/body.py"/>
        <source>{n} of {total} shown</source>
        <translation>显示 {n}/{total}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>A change here holds for all {n}. Click to detach this one.</source>
        <translation>这里的修改对全部 {n} 个都有效。点击可让这一个脱离关联。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>Go to {title}</source>
        <translation>转到{title}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>Where you are</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>copy {n} of {count}</source>
        <translation>第 {n} 份，共 {count} 份</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <source>∞ {n} linked</source>
        <translation>∞ {n} 个关联</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <location filename="playground/gui/graph/composing.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Detach the composite</source>
        <translation>让复合模块脱离关联</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <location filename="playground/gui/graph/header.py"/>
        <source>Double-click to rename</source>
        <translation>双击可重命名</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/breadcrumb.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/by_keys.py"/>
        <source>Put {id} into a wire</source>
        <translation>把 {id} 插入连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/by_keys.py"/>
        <source>There is no wire that can take {id}.</source>
        <translation>没有可以插入 {id} 的连线。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/by_keys.py"/>
        <location filename="playground/gui/graph/gestures/resize_note.py"/>
        <source>Resize note</source>
        <translation>调整便笺大小</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/by_keys.py"/>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>Select a block first, with Ctrl and the arrow keys.</source>
        <translation>请先选择一个模块（按住 Ctrl 并按方向键）。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card.py"/>
        <source>Pinned: automatic layout leaves it where it is.</source>
        <translation>已固定：自动布局不会移动它。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card_layout.py"/>
        <location filename="playground/gui/graph/card_paint.py"/>
        <source>unknown block</source>
        <translation>未知模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card_layout.py"/>
        <location filename="playground/gui/graph/live.py"/>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/card_paint.py"/>
        <source>kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>infinite or not a number</source>
        <translation>无穷大或 NaN</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>known once it trains</source>
        <translation>训练开始后可知</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>no gradient</source>
        <translation>无梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>not known yet</source>
        <translation>暂时未知</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/colouring.py"/>
        <source>{scale}, batch of {n}</source>
        <translation>{scale}，每批 {n} 个样本</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/legend.py"/>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/legend.py"/>
        <source>logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/legend_box.py"/>
        <source>Colour the blocks by</source>
        <translation>模块配色依据</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/legend_box.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Activation memory</source>
        <translation>激活值内存</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Additions and multiplications for one sample; a multiply-add counts as 2.</source>
        <translation>处理一个样本所需的加法和乘法次数；一次乘加算 2 次。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Each family of blocks has a colour.</source>
        <translation>每一类模块有一种颜色。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Green is healthy, amber suspicious, red broken: numbers that are not finite.</source>
        <translation>绿色为正常，琥珀色为可疑，红色为损坏，即出现了无穷大或 NaN。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Health</source>
        <translation>健康状况</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Kind of block</source>
        <translation>模块种类</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Length of the gradient of the last step over all parameters of the block.</source>
        <translation>上一步中，模块全部参数的梯度范数。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Memory of the output for one batch in float32; training keeps it.</source>
        <translation>一批样本的输出以 float32 存放所占的内存，训练时需要保留。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Numbers that training adjusts.</source>
        <translation>训练所调整的数的个数。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Operations</source>
        <translation>运算量</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>Size of the gradient</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>broken</source>
        <translation>损坏</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/colours/measures.py"/>
        <source>suspicious</source>
        <translation>可疑</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/composing.py"/>
        <source>No other composite is linked to this one.</source>
        <translation>没有其他复合模块与它关联。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/composing.py"/>
        <source>Select a composite to rename it.</source>
        <translation>请选中要重命名的复合模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/composing.py"/>
        <source>Select a composite to unpack it.</source>
        <translation>请选中要拆开的复合模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/desk.py"/>
        <source>Align blocks</source>
        <translation>对齐模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/desk.py"/>
        <source>Colour a frame</source>
        <translation>给框着色</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/desk.py"/>
        <source>Rename frame</source>
        <translation>重命名框</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Add a note</source>
        <translation>添加便笺</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Add {title}</source>
        <translation>添加{title}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Connect {source} to {target}</source>
        <translation>把 {source} 连接到 {target}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete wire</source>
        <translation>删除连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Delete {n} blocks</source>
        <translation>删除 {n} 个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Freeze blocks</source>
        <translation>冻结模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Insert {id}</source>
        <translation>插入 {id}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Mute blocks</source>
        <translation>绕过模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Unfreeze blocks</source>
        <translation>解冻模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Unmute blocks</source>
        <translation>取消绕过</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <source>Write a note</source>
        <translation>编写便笺</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <source>Move blocks</source>
        <translation>移动模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/editor.py"/>
        <location filename="playground/gui/graph/gestures/move_note.py"/>
        <source>Move note</source>
        <translation>移动便笺</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/facts.py"/>
        <source>Frozen: its weights are not trained.</source>
        <translation>已冻结：它的权重不参与训练。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/facts.py"/>
        <source>Regularisation: {cost}</source>
        <translation>正则化：{cost}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/facts.py"/>
        <source>{n} params</source>
        <translation>{n} 参数</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/find.py"/>
        <source>Find a block</source>
        <translation>查找模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/find.py"/>
        <location filename="playground/gui/graph/search.py"/>
        <source>No block matches.</source>
        <translation>没有匹配的模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>These two ports are connected already.</source>
        <translation>这两个端口已经连接。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>{source} already depends on {target}: the wire would close a circle.</source>
        <translation>{source} 已经依赖 {target}：再连就会形成环。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/fitting.py"/>
        <source>{target} needs {accepted}, but {source} gives {shape}.</source>
        <translation>{target} 需要{accepted}，但 {source} 给出的是 {shape}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/folding.py"/>
        <source>Fold what is repeated</source>
        <translation>折叠重复部分</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/folding.py"/>
        <source>Nothing is there several times on this level.</source>
        <translation>这一层级中没有重复的部分。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/folding.py"/>
        <source>{blocks}: {times} times in a row, saves {saves} cards</source>
        <translation>{blocks}：连续 {times} 次，可省去 {saves} 个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/folding.py"/>
        <source>{blocks}: {times} times, linked, saves {saves} cards</source>
        <translation>{blocks}：共 {times} 处，互相关联，可省去 {saves} 个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/frame.py"/>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Frame</source>
        <translation>框</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/frame_editor.py"/>
        <source>Title of the frame</source>
        <translation>框的标题</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/frames.py"/>
        <source>×{count} · copy {n}</source>
        <translation>×{count} · 第 {n} 份</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <source>{id} gives no output.</source>
        <translation>{id} 没有输出。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <source>{id} takes no input.</source>
        <translation>{id} 没有输入。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/connect.py"/>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>Disconnect {id}</source>
        <translation>断开 {id}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/cut.py"/>
        <source>Cut a wire</source>
        <translation>剪断连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/cut.py"/>
        <source>Cut {n} wires</source>
        <translation>剪断 {n} 条连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/move.py"/>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Move {id}</source>
        <translation>移动 {id}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/gestures/move_frame.py"/>
        <source>Move frame</source>
        <translation>移动框</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/halted.py"/>
        <source>Gradient of the loss by this output, for the first sample of the batch. Scale: orange −{limit}, neutral 0, blue +{limit}.</source>
        <translation>损失对此输出的梯度（本批第一个样本）。色标：橙色 −{limit}，中性色 0，蓝色 +{limit}。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/halted.py"/>
        <source>This step, the first sample of its batch.</source>
        <translation>这一步，本批的第一个样本。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>Rename document</source>
        <translation>重命名文档</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <source>Title of the document</source>
        <translation>文档标题</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <location filename="playground/gui/graph/levels.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Name of the composite</source>
        <translation>复合模块的名称</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/header.py"/>
        <location filename="playground/gui/graph/levels.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Rename the composite</source>
        <translation>重命名复合模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>Every number of the output is 0 for this sample.</source>
        <translation>对这个样本，输出的所有数都是 0。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The gradient is infinite or not a number (NaN): it cannot learn.</source>
        <translation>梯度为无穷大或 NaN：它无法学习。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The gradient was exactly 0 in the last step: it learned nothing.</source>
        <translation>上一步的梯度恰好为 0：它什么也没学到。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/health.py"/>
        <source>The output holds numbers that are infinite or not a number (NaN).</source>
        <translation>输出中含有无穷大或 NaN。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Only inside a repeated composite there are copies.</source>
        <translation>只有在重复的复合模块内部才有多份。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Select a composite to open it in place.</source>
        <translation>请选中要就地展开的复合模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Select a composite to open it.</source>
        <translation>请选中要打开的复合模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/levels.py"/>
        <source>Select the blocks that shall become a composite.</source>
        <translation>请选中要组合为复合模块的模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/live.py"/>
        <source>first of {n}</source>
        <translation>{n} 个中的第一个</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note.py"/>
        <source>*Double-click to write*</source>
        <translation>*双击即可编写*</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note_editor.py"/>
        <source>Markdown: # title, **bold**, - list</source>
        <translation>Markdown：# 标题、**粗体**、- 列表</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/note_editor.py"/>
        <source>Text of the note (Markdown)</source>
        <translation>便笺内容（Markdown）</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>Arithmetic</source>
        <translation>算式</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>{id}  ·  {kind}</source>
        <translation>{id}  ·  {kind}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/head.py"/>
        <source>{id}[{index}]  ·  {kind}</source>
        <translation>{id}[{index}]  ·  {kind}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/opened.py"/>
        <source>Select a block to open it.</source>
        <translation>请先选择要打开的模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/opened.py"/>
        <source>{id} has no output yet: repair it first.</source>
        <translation>{id} 还没有输出：请先修复它。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/opened/opened.py"/>
        <source>{level} of {what}</source>
        <translation>{what} 的{level}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/picture_out.py"/>
        <source>Choose a smaller scale, a part of the graph, or SVG.</source>
        <translation>请选择较小的比例、图的一部分，或 SVG。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/picture_out.py"/>
        <source>Drawn with Neural Playground</source>
        <translation>用 Neural Playground 绘制</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/picture_out.py"/>
        <source>The picture would have {width} × {height} px, more than can be drawn.</source>
        <translation>图片将有 {width} × {height} px，超出了可绘制的大小。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>My drawing</source>
        <translation>我的手绘</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>Number of the sample</source>
        <translation>样本编号</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>Test sample</source>
        <translation>测试样本</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>The sample that the cards follow through the network. A click on a test prediction chooses it, too.</source>
        <translation>各模块显示哪个样本经过网络的情形。点击“测试集预测”中的样本也可以选择。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>Training or test sample</source>
        <translation>训练样本或测试样本</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sample_picker.py"/>
        <source>Training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>Enter places it, Shift+Enter wires it after {id}.</source>
        <translation>按 Enter 放入画布，按 Shift+Enter 接在 {id} 之后。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>Enter puts it into the wire.</source>
        <translation>按 Enter 插入这条连线。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/search.py"/>
        <source>Search for a block</source>
        <translation>搜索模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>A composite: it can be opened</source>
        <translation>复合模块：可以打开</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>From {blocks}</source>
        <translation>来自 {blocks}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>Linked: others follow every change inside</source>
        <translation>互相关联：内部的每处修改，其他关联的模块都会跟着变</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>Output {shape}</source>
        <translation>输出 {shape}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>Selected: {names}</source>
        <translation>已选中：{names}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>To {blocks}</source>
        <translation>连到 {blocks}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <source>{n:,} parameters</source>
        <translation>{n:,} 个参数</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{n} block</source>
        <translation>{n} 个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/speech.py"/>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{n} blocks</source>
        <translation>{n} 个模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>1 block selected: {parameters} · {flops} per sample · activations {size} for a batch of {batch}</source>
        <translation>已选 1 个模块：{parameters} · 每样本 {flops} · 每批 {batch} 个样本的激活值 {size}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>{n} blocks selected: {parameters} · {flops} per sample · activations {size} for a batch of {batch}</source>
        <translation>已选 {n} 个模块：{parameters} · 每样本 {flops} · 每批 {batch} 个样本的激活值 {size}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>{n} parameter</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>{parameters:,} parameters · {flops} · activations {size} for one sample</source>
        <translation>{parameters:,} 个参数 · {flops} · 单个样本的激活值 {size}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/sums.py"/>
        <source>{parameters} ({size}) · {flops} per sample · activations {memory} for a batch of {batch}</source>
        <translation>{parameters}（{size}） · 每样本 {flops} · 每批 {batch} 个样本的激活值 {memory}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/view.py"/>
        <source>Graph of the network</source>
        <translation>网络图</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Around {blocks}</source>
        <translation>框住 {blocks}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Frame {title}</source>
        <translation>框“{title}”</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Input {port}</source>
        <translation>输入 {port}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Note</source>
        <translation>便笺</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Output {port}</source>
        <translation>输出 {port}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>The block it leads to cannot take what arrives.</source>
        <translation>它所连到的模块无法接受传来的数据。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/voices.py"/>
        <source>Wire from {source} to {target}</source>
        <translation>从 {source} 到 {target} 的连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Add a block</source>
        <translation>添加模块</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>An empty canvas</source>
        <translation>空画布</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Open a preset</source>
        <translation>打开预设</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/welcome.py"/>
        <source>Press Space to add a block, or open a preset.</source>
        <translation>按空格键添加模块，或打开一个预设。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wire.py"/>
        <source>Shape not known</source>
        <translation>形状未知</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wire.py"/>
        <source>Shape of one sample: {shape}</source>
        <translation>单个样本的形状：{shape}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>Connect {id}</source>
        <translation>连接 {id}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>Cut a wire of {id}</source>
        <translation>剪断 {id} 的一条连线</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>The selected block has no wires.</source>
        <translation>所选模块没有连线。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>There is no port that {id} can be connected to.</source>
        <translation>没有可以与 {id} 连接的端口。</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>{source} → {target}</source>
        <translation>{source} → {target}</translation>
    </message>
    <message>
        <location filename="playground/gui/graph/wiring.py"/>
        <source>{source} → {target}, replaces {old}</source>
        <translation>{source} → {target}，取代 {old}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Expose {name} of {id}</source>
        <translation>公开 {id} 的 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>Source: {source}</source>
        <translation>出处：{source}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>This block comes from a plug-in that is not installed. It is kept as it is.</source>
        <translation>此模块来自未安装的插件，将原样保留。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>What this layer does</source>
        <translation>这一层做什么</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <source>{n:,} parameters · {flops} · activations {size}</source>
        <translation>{n:,} 个参数 · {flops} · 激活值 {size}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Cost per sample</source>
        <translation>每样本计算量</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Name of the block</source>
        <translation>模块名称</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>The block's name in files, code and weights. Click to rename.</source>
        <translation>模块在文件、代码和权重中的名称。点击可重命名。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <source>Rename {old} to {new}</source>
        <translation>把 {old} 重命名为 {new}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/block_page.py"/>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <source>Conceal {name} of {id}</source>
        <translation>取消公开 {id} 的 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>All that are linked have this name.</source>
        <translation>所有互相关联的复合模块都用这个名称。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Detach</source>
        <translation>脱离关联</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Give this one an inside of its own.</source>
        <translation>让这一个拥有独立的内部结构。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Nothing else is linked to it: a change inside holds for it alone.</source>
        <translation>没有其他复合模块与它关联：内部的修改只对它有效。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Open in place</source>
        <translation>就地展开</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Repeat</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Repeat {id} {n} times</source>
        <translation>把 {id} 重复 {n} 次</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Share weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Unpack</source>
        <translation>拆开</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>Weights of their own</source>
        <translation>各自的权重</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/composite_page.py"/>
        <source>{n} are linked: a change inside holds for all of them.</source>
        <translation>有 {n} 个互相关联：内部的修改对它们全都有效。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>A whole number from {low:,} to {high:,}.</source>
        <translation>{low:,} 到 {high:,} 之间的整数。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Change the description</source>
        <translation>修改说明</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Change the title</source>
        <translation>修改标题</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Optimiser steps after which the run ends.</source>
        <translation>运行到多少优化器步数后结束。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Start of all chance: same seed, same run.</source>
        <translation>一切随机性的起点：种子相同，运行结果就相同。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>Train as {title}</source>
        <translation>训练方式改为{title}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>What should one see here?</source>
        <translation>在这里应该观察什么？</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <source>{blocks}, {parameters:,} parameters, {flops} per sample</source>
        <translation>{blocks}，{parameters:,} 个参数，每样本 {flops}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of the training</source>
        <translation>修改训练的{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Kind of training</source>
        <translation>训练方式</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/document_page.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Steps</source>
        <translation>总步数</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <source>The pin at a parameter of a block inside shows that parameter here as well.</source>
        <translation>点内部模块某个参数旁的图钉，该参数就会同时显示在这里。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <source>What the composite calls “{name}”:</source>
        <translation>“{name}”在复合模块上的名称：</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of {id}</source>
        <translation>修改 {id} 的{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/exposed_form.py"/>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/fields.py"/>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/fields.py"/>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>Fewer settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/form.py"/>
        <source>{title} ({unit})</source>
        <translation>{title}（{unit}）</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/live_weights.py"/>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/penalty_row.py"/>
        <source>A number from 0 to {high}.</source>
        <translation>0 到 {high} 之间的数。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/penalty_row.py"/>
        <source>Regularisation rate</source>
        <translation>正则化率</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/penalty_row.py"/>
        <source>What the weights of this block cost in training. A choice of its own replaces what the training says; biases, and the scales of a norm, cost nothing then.</source>
        <translation>训练时此模块的权重要付出的代价。单独的设置会取代训练的设置；此时偏置以及归一化的缩放系数不计代价。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/pin.py"/>
        <source>Expose {title}</source>
        <translation>公开“{title}”</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/pin.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/pin.py"/>
        <source>Show it on the composite, so that each instance sets its own.</source>
        <translation>把它显示在复合模块上，使每个实例可以各自设置。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/pin.py"/>
        <source>The composite shows it as “{name}”. Click to take it back.</source>
        <translation>它以“{name}”的名称显示在复合模块上。点击可取消公开。</translation>
    </message>
    <message>
        <location filename="playground/gui/inspector/submit.py"/>
        <source>Change {name} of the data</source>
        <translation>修改数据的{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lens_pictures.py"/>
        <source>Choose one of .png and .svg.</source>
        <translation>请选择 .png 或 .svg。</translation>
    </message>
    <message>
        <location filename="playground/gui/lens_pictures.py"/>
        <source>Pictures (*.png *.svg)</source>
        <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
        <location filename="playground/gui/lens_pictures.py"/>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <location filename="playground/gui/lens_pictures.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <location filename="playground/gui/lens_pictures.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>{name} has an ending that is no kind of picture.</source>
        <translation>{name} 的扩展名不是图片格式。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_board.py"/>
        <source>(muted)</source>
        <translation>（静音）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_board.py"/>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_board.py"/>
        <source>{query} (step {i}) looks at {key} (step {j}): {share}</source>
        <translation>{query}（第 {i} 步）看 {key}（第 {j} 步）：{share}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_board.py"/>
        <location filename="playground/gui/lenses/_attention_curves.py"/>
        <source>head {n}</source>
        <translation>头 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_curves.py"/>
        <source>Entropy of each head, mean over the queries: 0 bits look at one step, 1 bit at two, 2 bits at four.</source>
        <translation>每个头的熵，对各查询取平均：0 比特看一步，1 比特看两步，2 比特看四步。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_curves.py"/>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_curves.py"/>
        <source>entropy, bits</source>
        <translation>熵，比特</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_curves.py"/>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <location filename="playground/gui/lenses/states.py"/>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>step</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>A muted head gives zeros in place of its mix.</source>
        <translation>静音的头给出零，而不是混合结果。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>Drag a cell of the large matrix up or down, or type its score. With the keys: arrows choose a cell, Shift+Up and Shift+Down change its score, Backspace takes that back.</source>
        <translation>上下拖动大矩阵中的单元格，或直接输入得分。键盘：方向键选择单元格，Shift+上 和 Shift+下 改变得分，Backspace 撤回改动。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>Score of the chosen cell</source>
        <translation>所选单元格的得分</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>Sends this sample through the network again with the change. A view only: the network and its training stay as they are.</source>
        <translation>带着改动让此样本再次通过网络。仅在此视图中计算：网络及其训练保持不变。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>Takes back all scores and heads that were changed here.</source>
        <translation>撤回此处对得分和头的全部改动。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <source>head {n} muted</source>
        <translation>头 {n} 静音</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>The causal mask hides this key: it comes later.</source>
        <translation>因果掩码隐藏了这个键：它在更晚的步。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_hand.py"/>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>1. Query of {query} · key of {key}, {head}</source>
        <translation>1. {query} 的查询 · {key} 的键，{head}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>2. Softmax of the row: e^score by the sum of all e^score</source>
        <translation>2. 该行的 softmax：e^得分 除以所有 e^得分 之和</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>3. All values by their shares, added up: what the head gives here</source>
        <translation>3. 所有值按占比相加：这个头在此给出的数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>This head is muted: the block gets zeros in place of the mix.</source>
        <translation>此头已静音：模块得到的是零，而不是混合结果。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>mix</source>
        <translation>混合</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>mix[{c}] =</source>
        <translation>混合[{c}] =</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>score = sum / √{d}</source>
        <translation>得分 = 和 / √{d}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>score that you have set in its place</source>
        <translation>你在此处设定的得分</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>sum of the products</source>
        <translation>乘积之和</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>v of {key}</source>
        <translation>{key} 的 v</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>{n} smaller products</source>
        <translation>另有 {n} 个较小的乘积</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_sums.py"/>
        <source>{n} smaller shares</source>
        <translation>另有 {n} 个较小的占比</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_what_if.py"/>
        <source>Answer at step {name}</source>
        <translation>第 {name} 步的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_what_if.py"/>
        <source>Answer of the network</source>
        <translation>网络的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_what_if.py"/>
        <source>as it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_what_if.py"/>
        <source>what if</source>
        <translation>假如</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_attention_what_if.py"/>
        <source>{n} others</source>
        <translation>其余 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Ask me first</source>
        <translation>先让我猜</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Go on to the next block (Page down)</source>
        <translation>前进到下一个模块（Page Down）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Leave this step and show the newest again (Esc)</source>
        <translation>离开这一步，重新显示最新的一步（Esc）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Predict each number before it is shown</source>
        <translation>在显示每个数之前先预测</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Show the next number (Right)</source>
        <translation>显示下一个数（→）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>Take the last number away (Left)</source>
        <translation>收回上一个数（←）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>{i} of {n}</source>
        <translation>第 {i} 个，共 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_controls.py"/>
        <source>{n} moves</source>
        <translation>{n} 步操作</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_formula.py"/>
        <source>Path {i} of {n} that lead here; sum so far: </source>
        <translation>到这里共 {n} 条路径，这是第 {i} 条；目前的和：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_formula.py"/>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_formula.py"/>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_formula.py"/>
        <source>change: </source>
        <translation>变化：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>By how much does this weight change? Choose the sign or type the number.</source>
        <translation>这个权重变化多少？请选择符号或输入数值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Negative</source>
        <translation>负</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Next asks for the number before it is shown.</source>
        <translation>点“下一步”会先让你猜这个数，再显示它。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Not quite, it is {value}. {right} of {total} so far.</source>
        <translation>不对，是 {value}。目前 {total} 题答对 {right} 题。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Positive</source>
        <translation>正</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Right, it is {value}. {right} of {total} so far.</source>
        <translation>正确，是 {value}。目前 {total} 题答对 {right} 题。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>What comes out? Choose the sign or type the number.</source>
        <translation>结果是多少？请选择符号或输入数值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Your prediction</source>
        <translation>你的预测</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_quiz.py"/>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_stage.py"/>
        <source>Graph of the chain rule</source>
        <translation>链式法则的计算图</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_stage.py"/>
        <source>Loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_stage.py"/>
        <source>Next goes through this sample: first forward, number by number; then back along each edge; then the step of each weight.</source>
        <translation>“下一步”会逐步走完这个样本：先前向，逐个算出数值；再沿每条边反向；最后是每个权重的更新。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_steps.py"/>
        <source>Backward: through {node}</source>
        <translation>反向：经过 {node}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_steps.py"/>
        <source>Forward: the loss</source>
        <translation>前向：损失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_steps.py"/>
        <source>Forward: {node}</source>
        <translation>前向：{node}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_chain_steps.py"/>
        <source>The step that {optimizer} would make</source>
        <translation>{optimizer} 将做的更新</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>Logarithmic horizontal axis: the beginning gets room.</source>
        <translation>横轴取对数：让开头部分展开。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>Logarithmic vertical axis: equal distances are equal factors.</source>
        <translation>纵轴取对数：相等的距离代表相等的倍数。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>Smoothing: a moving mean, in which a point further back counts less by this factor; the raw curve stays, faint. 0 is raw.</source>
        <translation>平滑：滑动平均，越早的点按此系数权重越小；原始曲线以淡色保留。0 表示不平滑。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>What the curves are drawn over; time is without pauses</source>
        <translation>曲线的横轴；时间不含暂停</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>log x</source>
        <translation>对数 x</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>log y</source>
        <translation>对数 y</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curve_bar.py"/>
        <source>time in s</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <source>{part} {mean:.4g} (raw {raw:.4g})</source>
        <translation>{part} {mean:.4g}（原始 {raw:.4g}）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <location filename="playground/gui/lenses/film.py"/>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <location filename="playground/gui/lenses/ridges.py"/>
        <location filename="playground/gui/lenses/updates.py"/>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_curves.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_denoising_strips.py"/>
        <source>on the scale of the data: what lies beyond takes its ends</source>
        <translation>采用数据的刻度：超出的取两端的颜色</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_denoising_strips.py"/>
        <source>sample {n}, {left} noise steps left </source>
        <translation>样本 {n}，还剩 {left} 步噪声 </translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Arrows</source>
        <translation>箭头</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Both learn</source>
        <translation>两者都学</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Fake</source>
        <translation>伪造</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Samples from fixed noise</source>
        <translation>由固定噪声得到的样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>The class that is forged and judged here</source>
        <translation>这里伪造和判定的类别</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Training samples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>What the discriminator says of each point</source>
        <translation>判别器对每个点的判定</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>What the generator makes of a regular grid of the noise</source>
        <translation>生成器把噪声的规则网格变成什么样</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Where each generated sample should go to fool better</source>
        <translation>每个生成样本该往哪里移动才更能骗过对手</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Who is trained</source>
        <translation>训练谁</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <source>Who learns in each step; the other one waits</source>
        <translation>每一步由谁学习；另一个等待</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_bar.py"/>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>P(real)</source>
        <translation>P(真)</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>energy distance {d}</source>
        <translation>能量距离 {d}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>generated sample {i}: {away} from training sample {n}</source>
        <translation>生成样本 {i}：距训练样本 {n} 为 {away}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>grid: cells with equally many samples</source>
        <translation>网格：每格样本数相同</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>grid: {n} of {total} noise numbers, the others 0</source>
        <translation>网格：{total} 个噪声数中的 {n} 个，其余为 0</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>longest arrow: the loss falls by {n} per unit of x</source>
        <translation>最长的箭头：x 每移动一个单位，损失下降 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>nearest training sample {d} (median)</source>
        <translation>最近的训练样本 {d}（中位数）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>no verdict: this discriminator compares the samples of a batch</source>
        <translation>没有判定：这个判别器会比较一批样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>score (high: real)</source>
        <translation>分数（越高越真）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>verdict (1: real)</source>
        <translation>判定（1 为真）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>{found} of {total} clouds</source>
        <translation>{total} 个点团中的 {found} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>{n} outside the picture</source>
        <translation>{n} 个在图外</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <source>{share} % within 3 σ</source>
        <translation>{share} % 在 3 σ 以内</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gan_words.py"/>
        <location filename="playground/gui/lenses/_judged.py"/>
        <location filename="playground/gui/lenses/film.py"/>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>{n} answers are NaN</source>
        <translation>{n} 个输出是 NaN</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_answer.py"/>
        <source>Answer at step {step}, free → held:</source>
        <translation>第 {step} 步的输出，不固定 → 固定：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_answer.py"/>
        <source>Answer, free → held:</source>
        <translation>输出，不固定 → 固定：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_answer.py"/>
        <source>of {n}</source>
        <translation>共 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_board.py"/>
        <source>{name}, 1 in {n} numbers</source>
        <translation>{name}，每 {n} 个数显示一个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_board.py"/>
        <source>{name}, unit {unit}, step {step} ({token}): {value}</source>
        <translation>{name}，单元 {unit}，第 {step} 步（{token}）：{value}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_board.py"/>
        <source>{name}, unit {unit}, step {step}:</source>
        <translation>{name}，单元 {unit}，第 {step} 步：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_board.py"/>
        <source>{name}, unit {unit}, step {step}: {value}</source>
        <translation>{name}，单元 {unit}，第 {step} 步：{value}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>Calculate with all gates as the network has them.</source>
        <translation>所有门都按网络自身的值计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>Calculates the states and the answer of this sample again with the gate held, in all units and at all steps. A view only: the network and its training stay as they are.</source>
        <translation>把该门在所有单元、所有步上固定后，重新计算此样本的状态和输出。仅在此视图中计算：网络及其训练保持不变。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>Hold the {name}</source>
        <translation>固定{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>Let all go</source>
        <translation>全部放开</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_held.py"/>
        <source>{gate} free</source>
        <translation>{gate} 不固定</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>backwards</source>
        <translation>反向</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>candidate g</source>
        <translation>候选值 g</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>candidate n</source>
        <translation>候选值 n</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>forget gate f</source>
        <translation>遗忘门 f</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>forwards</source>
        <translation>正向</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>input gate i</source>
        <translation>输入门 i</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>layer {n}, {way}</source>
        <translation>第 {n} 层，{way}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>memory c</source>
        <translation>记忆 c</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>memory c, nothing held</source>
        <translation>记忆 c，未固定门</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>output gate o</source>
        <translation>输出门 o</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>reset gate r</source>
        <translation>重置门 r</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>state h, nothing held</source>
        <translation>状态 h，未固定门</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <source>update gate z</source>
        <translation>更新门 z</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <location filename="playground/gui/lenses/_memory_arcs.py"/>
        <source>input x</source>
        <translation>输入 x</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_state.py"/>
        <location filename="playground/gui/lenses/states.py"/>
        <source>state h</source>
        <translation>状态 h</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_words.py"/>
        <source>(held)</source>
        <translation>（已固定）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_words.py"/>
        <source>({n} more)</source>
        <translation>（另有 {n} 项）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_words.py"/>
        <source>c before</source>
        <translation>之前的 c</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_gates_words.py"/>
        <source>h before</source>
        <translation>之前的 h</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_grasp.py"/>
        <source>A weight is a number, such as 0.25.</source>
        <translation>权重是一个数，例如 0.25。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_grasp.py"/>
        <source>Arrow keys choose a weight; Enter types a number, + and − change it.</source>
        <translation>方向键选择权重；回车输入数值，+ 和 − 增减。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_grasp.py"/>
        <source>Weights, one cell a number</source>
        <translation>权重，每格一个数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <source>This network answers a token at each step; this view needs one answer a sample.</source>
        <translation>这个网络在每一步都回答一个词元；此视图需要每个样本只有一个回答。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <source>This view needs a classifier: this network has no classes to predict.</source>
        <translation>此视图需要分类网络：当前网络没有要预测的类别。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <source>This view needs a classifier; the view Residuals fits numbers.</source>
        <translation>此视图需要分类网络；预测数值请用“残差”视图。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <location filename="playground/gui/lenses/base.py"/>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>Press Play: this view fills while the network trains.</source>
        <translation>请点“开始”：网络训练时，这个视图会显示内容。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>This view needs test samples: give the data a test share above 0.</source>
        <translation>此视图需要测试样本：请把数据的测试集比例设为大于 0。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_judged.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>All {n} answers of the network are NaN.</source>
        <translation>网络的全部 {n} 个输出都是 NaN。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_layer_count.py"/>
        <source>1 hidden layer</source>
        <translation>1 个隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_layer_count.py"/>
        <source>Add a hidden layer before the output</source>
        <translation>在输出层之前添加隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_layer_count.py"/>
        <source>Remove the last hidden layer</source>
        <translation>移除最后一个隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_layer_count.py"/>
        <source>{n} hidden layers</source>
        <translation>{n} 个隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_logit_board.py"/>
        <source>after {layer}</source>
        <translation>{layer} 之后</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_logit_board.py"/>
        <source>after {layer}, step {i} ({token})</source>
        <translation>{layer} 之后，第 {i} 步（{token}）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_arcs.py"/>
        <source>input x, first {n}</source>
        <translation>输入 x，前 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_arcs.py"/>
        <source>thickness: log |d loss / d state|, none at {low} and below, full at {high}</source>
        <translation>粗细：log |d 损失 / d 状态|，{low} 及以下不画，{high} 时最粗</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_arcs.py"/>
        <source>|d loss / d {name}| at step</source>
        <translation>各步的 |d 损失 / d {name}|</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <source>Steps of the sample, and arcs between them</source>
        <translation>样本的各步，以及它们之间的弧线</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <source>Which state, layer and direction</source>
        <translation>哪个状态、层和方向</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <source>{split} sample {n}, its loss: arcs to all steps</source>
        <translation>{split} 样本 {n} 的损失：弧线连到所有步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <source>{split} sample {n}, loss of step {step}: arcs to the steps before it</source>
        <translation>{split} 样本 {n}，第 {step} 步的损失：弧线连到它之前的各步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_columns.py"/>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>1 in {n} steps is shown</source>
        <translation>每 {n} 步显示一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>exactly 0 at {n} lags</source>
        <translation>在 {n} 个滞后处恰为 0</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>explodes</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>stays</source>
        <translation>保持</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>vanishes</source>
        <translation>消失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>{name}: no gradient reaches back</source>
        <translation>{name}：没有梯度传回</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_memory_lines.py"/>
        <source>{name}: × {factor} per step back (R² {r2}), {verdict}</source>
        <translation>{name}：每往回一步 × {factor}（R² {r2}），{verdict}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Before</source>
        <translation>激活前</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Each neuron before its activation: its weighted sum</source>
        <translation>每个神经元在激活函数之前的值：加权和</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Input that runs across</source>
        <translation>横轴的输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Input that runs up</source>
        <translation>纵轴的输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Show only whether a neuron puts out more or less than 0</source>
        <translation>只显示神经元的输出大于还是小于 0</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Warped grid</source>
        <translation>变形网格</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>Where two neurons of a layer send the plane: click one, then another</source>
        <translation>同一层的两个神经元把平面变到哪里：先点一个，再点另一个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>all other inputs at their mean</source>
        <translation>其他输入取平均值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <source>plane of the two directions in which the samples differ most</source>
        <translation>样本差异最大的两个方向所在的平面</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Show the samples that are kept aside to test on, as rings</source>
        <translation>把留作测试的样本显示为圆环</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Discretise</source>
        <translation>离散显示</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_bar.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <location filename="playground/gui/lesson.py"/>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_hand.py"/>
        <source>Drag a line up or down to change its weight, the small square for the bias. Click a neuron to see it large, a dot to follow that sample. Double-click opens a neuron. Click the name of a layer to change its activation or regularisation.</source>
        <translation>上下拖动连线可改变权重，拖动小方块可改变偏置。点击神经元可放大查看，点击圆点可跟踪该样本。双击打开神经元。点击层的名称可修改其激活函数或正则化。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_layers.py"/>
        <source>Add a hidden layer</source>
        <translation>添加隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_layers.py"/>
        <source>Remove the layer {id}</source>
        <translation>移除 {id} 层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_layers.py"/>
        <source>{id}: {n} neurons</source>
        <translation>{id}：{n} 个神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>Add a hidden layer behind it</source>
        <translation>在其后添加隐藏层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>Rate {rate}</source>
        <translation>正则化率 {rate}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>Remove this layer</source>
        <translation>移除此层</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>{id}: activation {name}</source>
        <translation>{id}：激活函数 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <source>{id}: dropout {p}</source>
        <translation>{id}：丢弃概率 {p}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>One neuron less in {id}</source>
        <translation>{id} 减少一个神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_menu.py"/>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>One neuron more in {id}</source>
        <translation>{id} 增加一个神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>1 input</source>
        <translation>1 个输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>1 neuron</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>Turn the wheel to see the others</source>
        <translation>滚动滚轮查看其余的</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>colours from −{high:.3g} to {high:.3g}</source>
        <translation>颜色从 −{high:.3g} 到 {high:.3g}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>{a}–{b} of {n}</source>
        <translation>第 {a}–{b} 个，共 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>{layer}: click to change it</source>
        <translation>{layer}：点击可修改</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>{name}: {scale}. Double-click opens it.</source>
        <translation>{name}：{scale}。双击打开。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>{n} inputs</source>
        <translation>{n} 个输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_net.py"/>
        <source>{n} neurons</source>
        <translation>{n} 个神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_pane.py"/>
        <source>Where both neurons send the lines of the plane, and the samples with it</source>
        <translation>两个神经元把平面的网格线和样本变到的位置</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_pane.py"/>
        <source>threshold −bias</source>
        <translation>阈值 −偏置</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_neuron_pane.py"/>
        <source>{a} across, {b} up</source>
        <translation>横轴 {a}，纵轴 {b}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Add a class; the last layer gets an output for it</source>
        <translation>添加一个类别；最后一层会为它增加一个输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Brush size</source>
        <translation>笔刷大小</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>More for drawn points</source>
        <translation>手绘点的更多操作</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Paint</source>
        <translation>涂画</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Paint points of the chosen class</source>
        <translation>涂画所选类别的点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Paste points</source>
        <translation>粘贴点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Points a dab of the brush</source>
        <translation>每次点笔的点数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Radius of the brush; 0 paints single points</source>
        <translation>笔刷半径；0 表示逐个画点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Take a point and move it</source>
        <translation>抓住一个点并移动它</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Take the points under the brush away</source>
        <translation>擦去笔刷下的点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <source>What the network is to answer at these points</source>
        <translation>网络在这些点应输出的值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <location filename="playground/gui/point_brush.py"/>
        <source>Add a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_point_tools.py"/>
        <location filename="playground/gui/point_brush.py"/>
        <source>Erase all points</source>
        <translation>擦除所有点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>All racers at this step</source>
        <translation>所有参赛者都显示在这一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Bowl</source>
        <translation>碗形</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Pause the race</source>
        <translation>暂停竞赛</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Rosenbrock</source>
        <translation>Rosenbrock</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Speed of the race</source>
        <translation>竞赛速度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Start the race</source>
        <translation>开始竞赛</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Step of the race</source>
        <translation>竞赛的步数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_bar.py"/>
        <source>{n} steps/s</source>
        <translation>{n} 步/秒</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>From where it stands now to the nearest minimum</source>
        <translation>从当前位置到最近极小值的距离</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>How long former steps are remembered: momentum μ, or β₁ of Adam</source>
        <translation>对以往步骤记忆多久：动量 μ，或 Adam 的 β₁</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>How long squared gradients are remembered: α of RMSprop, β₂ of Adam</source>
        <translation>对梯度平方记忆多久：RMSprop 的 α，Adam 的 β₂</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>Learning rate: size of each step</source>
        <translation>学习率：每步的大小</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>Loss where it stands now</source>
        <translation>当前位置的损失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>Steps until the loss was at most {tolerance}</source>
        <translation>损失降到 {tolerance} 以下所用的步数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>Who takes part</source>
        <translation>参赛者</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>arrived</source>
        <translation>到达</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>at {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <source>{name} takes part</source>
        <translation>{name} 参赛</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_table.py"/>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>{value} is no number from {low} to {high}.</source>
        <translation>{value} 不是 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_use.py"/>
        <source>A network trains with sgd and momentum, without Nesterov's look ahead.</source>
        <translation>网络用带动量的 sgd 训练，没有 Nesterov 的前瞻。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_use.py"/>
        <source>The training of this network has no optimiser to choose.</source>
        <translation>这个网络的训练没有可选的优化器。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>As Adam; besides, each weight shrinks by lr·λ of itself, which draws the minimum a little towards 0.</source>
        <translation>同 Adam；此外每个权重按自身的 lr·λ 缩小，使极小值略微靠向 0。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>As momentum, but the slope is weighed as if the velocity had been followed already: it brakes earlier.</source>
        <translation>同动量法，但按仿佛已沿速度前进来计入梯度，因此更早减速。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>Each weight moves against its slope g, as far as the slope is steep.</source>
        <translation>每个权重逆着梯度 g 移动，坡越陡走得越远。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>Mean slope m over the root of the mean square s; dividing by 1 − βᵗ makes up for both having begun at 0.</source>
        <translation>平均梯度 m 除以均方 s 的平方根；除以 1 − βᵗ 是为了修正两者从 0 开始的偏差。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>Nobody takes part.</source>
        <translation>没有参赛者。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>Slopes add up to a velocity v that fades by μ: swings across a valley cancel, the way along it adds up.</source>
        <translation>梯度累积成速度 v，并按 μ 衰减：横穿山谷的摆动相互抵消，沿山谷的方向则不断累积。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>The slope is divided by the root of its mean square s: steep and flat directions move alike.</source>
        <translation>梯度除以其均方 s 的平方根：陡的方向和平的方向移动得一样快。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>{name}: before the first step</source>
        <translation>{name}：第一步之前</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_race_words.py"/>
        <source>{name}: what step {step} did</source>
        <translation>{name}：第 {step} 步做了什么</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Adam, rate</source>
        <translation>Adam，学习率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Add the two marked numbers of a sequence; one of them lies in its first half.</source>
        <translation>把序列中带标记的两个数相加；其中一个在前半段。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Begin anew, with the same first weights and batches</source>
        <translation>重新开始，初始权重和各批样本都相同</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>From the first step of a sequence to its last one; another lag begins anew</source>
        <translation>从序列的第一步到最后一步；改变滞后会重新开始</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Lag, steps back</source>
        <translation>滞后（往回的步数）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Learning rate of all three</source>
        <translation>三个网络共用的学习率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Learning rate of all three; they go on with it</source>
        <translation>三个网络共用的学习率；改变后接着训练</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Let these three go on</source>
        <translation>让这三个网络继续训练</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Pause these three</source>
        <translation>暂停这三个网络</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>Say at the last step which letter was shown at the first one.</source>
        <translation>在最后一步说出第一步出现的是哪个字母。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_bar.py"/>
        <source>lag {n}</source>
        <translation>滞后 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_table.py"/>
        <source>gradient, a step back</source>
        <translation>梯度，每往回一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_table.py"/>
        <source>loss, last {n}</source>
        <translation>损失（近 {n} 步）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_recurrent_table.py"/>
        <source>steps/s alone</source>
        <translation>单独时步/秒</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>All on at once in {k} of {n} other test samples:</source>
        <translation>在其他 {n} 个测试样本中的 {k} 个里同时激活：</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>First step of the range</source>
        <translation>范围的第一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>In none of {n} other test samples they are all on at once.</source>
        <translation>其他 {n} 个测试样本中，它们从不同时激活。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>Last step of the range</source>
        <translation>范围的最后一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>No unit is on over all these steps: lower the threshold.</source>
        <translation>没有单元在这些步上全都激活：请降低阈值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>Threshold above which a unit is on</source>
        <translation>单元激活的阈值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>and {n} more</source>
        <translation>以及另外 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>at steps</source>
        <translation>步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>on above {n}</source>
        <translation>高于 {n} 为激活</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>sample {n} (step {a})</source>
        <translation>样本 {n}（第 {a} 步）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>sample {n} (steps {a} to {b})</source>
        <translation>样本 {n}（第 {a} 至 {b} 步）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_states_query.py"/>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>Scores are divided by it: 0 takes the likeliest token, 1 leaves all as it is.</source>
        <translation>得分除以它：0 取最可能的词元，1 保持原样。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>What the network writes on from. \n is the end of a line. Enter begins.</source>
        <translation>网络从这里接着写。\n 表示换行。按 Enter 开始。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>top-k</source>
        <translation>top-k</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_bar.py"/>
        <source>top-p</source>
        <translation>top-p</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_samples.py"/>
        <source>Steps and their texts, one each {n} steps as they were read</source>
        <translation>各步及其文本，读取时每 {n} 步保留一个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_samples.py"/>
        <source>Texts of earlier steps</source>
        <translation>较早各步的文本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/_writer_samples.py"/>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Every map or neuron of the selected block for the sample chosen above the canvas.</source>
        <translation>所选模块的每张特征图或每个神经元对画布上方所选样本的输出。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>Select a block to see what it puts out.</source>
        <translation>请选中一个模块，查看它的输出。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/activations.py"/>
        <source>{id}  {shape}  from {low} to {high}</source>
        <translation>{id}  {shape}  从 {low} 到 {high}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>Arithmetic of the chosen cell</source>
        <translation>选中格子的算式</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>Attention of all heads</source>
        <translation>所有头的注意力</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>Put a block of attention into the network: then its heads are shown here.</source>
        <translation>在网络中放入一个注意力模块：它的各个头就会显示在这里。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>Small: all heads, a row a layer. Large: the chosen head, queries down, keys across.</source>
        <translation>小图：所有头，每层一行。大图：选中的头，查询向下，键向右。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>What if (scores changed: {n}, heads muted: {m}): the network and its training stay as they are</source>
        <translation>假如（改动的得分：{n}，静音的头：{m}）：网络及其训练保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>causal</source>
        <translation>因果</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>sees all steps</source>
        <translation>看到所有步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>share of a value in what a query gets</source>
        <translation>一个值在查询所得中的占比</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>this network has no answer that bars could show</source>
        <translation>此网络没有可用条形表示的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>{id}: one head, {t} queries (rows) × {s} keys (columns), {order}</source>
        <translation>{id}：一个头，{t} 个查询（行）× {s} 个键（列），{order}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/attention.py"/>
        <source>{id}: {heads} heads, {t} queries (rows) × {s} keys (columns), {order}</source>
        <translation>{id}：{heads} 个头，{t} 个查询（行）× {s} 个键（列），{order}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>; batch norm uses its running statistics</source>
        <translation>；批归一化使用滑动统计量</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>; dropout is off</source>
        <translation>；Dropout 关闭</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>Follows the training until Next is pressed; then it stays with that sample and step.</source>
        <translation>在点“下一步”之前一直跟随训练；之后停在该样本和该步。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>Step {step:,}, test sample {number}, alone as a batch</source>
        <translation>第 {step:,} 步，测试样本 {number}，单独成批</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>Step {step:,}, the sample that you have drawn, alone as a batch</source>
        <translation>第 {step:,} 步，你手绘的样本，单独成批</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>Step {step:,}, training sample {number}, alone as a batch</source>
        <translation>第 {step:,} 步，训练样本 {number}，单独成批</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/backprop.py"/>
        <source>This view follows one sample to its loss and back: it needs data with answers.</source>
        <translation>此视图跟随一个样本走到损失再返回：它需要带标签的数据。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/base.py"/>
        <source>Repair the network first: then this view has something to show.</source>
        <translation>请先修复网络，此视图才有内容可显示。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/base.py"/>
        <source>This view cannot be drawn: {error}</source>
        <translation>无法绘制此视图：{error}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>Dashed: right as often as sure. A larger dot stands for more samples. The expected calibration error is the mean distance from the dashed line, by samples.</source>
        <translation>虚线：正确率等于置信度。点越大，样本越多。期望校准误差是按样本数加权的、到虚线的平均距离。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>Reliability diagram: a bar a bin of certainty, as high as the share of right answers there.</source>
        <translation>可靠性图：每个置信度区间一根柱，高度为其中答对的比例。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>calibration error {error:.3f}, {n} samples</source>
        <translation>校准误差 {error:.3f}，{n} 个样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>how sure it is</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>share of right answers</source>
        <translation>正确率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/calibration.py"/>
        <source>{n} samples between {low:.0%} and {high:.0%} sure: on average {sure:.1%}, right in {right:.1%}</source>
        <translation>置信度在 {low:.0%} 到 {high:.0%} 之间的样本有 {n} 个：平均 {sure:.1%}，正确率 {right:.1%}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Click a row to see the samples of its class</source>
        <translation>点击一行，查看该类别的样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率和召回率的调和平均</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Of the samples of this class, the share that are taken for it</source>
        <translation>该类别的样本中，被判为该类别的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Of the samples taken for this class, the share that are of it</source>
        <translation>被判为该类别的样本中，确属该类别的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Precision, recall, F1 and support of every class; click a column to sort by it.</source>
        <translation>每个类别的精确率、召回率、F1 和样本数；点击列标题排序。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Scores by class</source>
        <translation>分类别得分</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>Test samples of this class</source>
        <translation>该类别的测试样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>mean over {n} classes: recall {recall:.3f}, F1 {f1:.3f}</source>
        <translation>{n} 个类别平均：召回率 {recall:.3f}，F1 {f1:.3f}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <source>support</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/class_scores.py"/>
        <location filename="playground/gui/panels/preview.py"/>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>1 = all of a class</source>
        <translation>1 = 该类别全部</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Counts of test samples by true and predicted class; click a cell to see its samples.</source>
        <translation>按真实类别和预测类别统计的测试样本数；点击格子查看其中的样本。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Mistakes: share of the samples of the true class</source>
        <translation>错误：占真实类别样本的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>Right: share of the samples of the true class</source>
        <translation>正确：占真实类别样本的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>the {n} classes with the most mistakes</source>
        <translation>错误最多的 {n} 个类别</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/confusion.py"/>
        <source>{right} of {n} right</source>
        <translation>{n} 个中答对 {right} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>A picture a ReLU, a cell a unit: the share of some training samples for which it is 0.</source>
        <translation>每个 ReLU 一张图，每个单元一格：在若干训练样本中输出为 0 的比例。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>Dead units</source>
        <translation>死亡单元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>Only units of a ReLU can die, and this network has none.</source>
        <translation>只有 ReLU 的单元会死亡，这个网络没有 ReLU。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>Press Play: this view shows which units are silent.</source>
        <translation>请点“开始”：此视图会显示哪些单元沉默。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>share of samples at 0</source>
        <translation>输出为 0 的样本比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>{dead} of {n} units are 0 for every sample</source>
        <translation>{n} 个单元中有 {dead} 个对所有样本都输出 0</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>{id}, share of the samples for which it is 0</source>
        <translation>{id}，输出为 0 的样本所占的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/dead_units.py"/>
        <source>{id}: {dead} of {n}</source>
        <translation>{id}：{dead} / {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>; longest arrow: {value} σ of the noise</source>
        <translation>；最长的箭头：{value} 个噪声 σ</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Each row is a sample: noise on the left, what comes out of it on the right.</source>
        <translation>每一行是一个样本：左边是噪声，右边是由它产生的结果。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>From noise to samples</source>
        <translation>从噪声到样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>From noise, on the left, to samples</source>
        <translation>左边是噪声，右边是样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Grey: training points. In colour: points that began as noise.</source>
        <translation>灰色：训练数据点。彩色：由噪声开始的点。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Hold</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Let the points flow from noise to data</source>
        <translation>让点从噪声流向数据</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Points flow from noise to data: choose the moment, or let it play. Images: film strips.</source>
        <translation>点从噪声流向数据：可选择时刻，也可自动播放。图像：胶片条。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>This view shows how samples come out of noise: it needs the training Diffusion.</source>
        <translation>此视图显示样本如何从噪声中产生：需要“扩散”训练。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>Where the network would move a point: against the noise it sees, along the score.</source>
        <translation>网络会把点移向哪里：逆着它看到的噪声，沿着得分函数的方向。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>arrows</source>
        <translation>箭头</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>noise steps left: {steps}</source>
        <translation>还剩的噪声步数：{steps}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <source>{n} of {total} noise steps left</source>
        <translation>还剩 {n} 步噪声（共 {total} 步）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/denoising.py"/>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <location filename="playground/gui/lenses/samples.py"/>
        <source> ({n} lie outside the picture)</source>
        <translation>（{n} 个在图外）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>A pad; beside it the picture that the network gets, and the probability of each class.</source>
        <translation>手绘板；旁边是网络得到的图片，以及每个类别的概率。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Fit</source>
        <translation>对齐</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>It is a</source>
        <translation>它是</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Move the drawing to the middle and scale it, as the data was prepared</source>
        <translation>把手绘移到中间并缩放，与数据的预处理一致</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Pad to draw a sample on</source>
        <translation>手绘样本的画板</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>Take all strokes away; Backspace takes the last one</source>
        <translation>清除所有笔画；退格键去掉最后一笔</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>This view needs data made of pictures, such as Handwritten digits.</source>
        <translation>此视图需要图片数据，例如“手写数字”。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>What the drawing is</source>
        <translation>手绘的是什么</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>What the network answers</source>
        <translation>网络的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>What the network gets</source>
        <translation>网络得到的输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>What you mean: with it the drawing has a loss, and the chain rule can follow it</source>
        <translation>你想画的类别：有了它，手绘就有损失，链式法则也能跟随它</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/drawing.py"/>
        <source>{width} × {height} px, ink from 0 to 1 in steps of 1/{levels}, as in the data; no noise is added</source>
        <translation>{width} × {height} px，墨色从 0 到 1，步长 1/{levels}，与数据相同；不加噪声</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>Press Play: samples gather here by what the last layer sees.</source>
        <translation>请点“开始”：样本会按最后一层所见在这里聚集。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>Samples as pictures, or as dots in the colour of their class</source>
        <translation>样本显示为图片，或显示为类别颜色的点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>Samples close together look alike to the last layer. PCA is drawn at once; t-SNE on demand.</source>
        <translation>靠得近的样本，在最后一层看来相似。PCA 立即绘制；t-SNE 需要时再计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>This view needs a single network called main; this one has several.</source>
        <translation>此视图需要唯一一个名为 main 的网络；这里有多个。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>What the last layer sees is NaN for every sample.</source>
        <translation>对所有样本，最后一层看到的都是 NaN。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>sample {n}: {name}; click to follow it</source>
        <translation>样本 {n}：{name}；点击即跟随它</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>sample {n}; click to follow it</source>
        <translation>样本 {n}；点击即跟随它</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>t-SNE keeps neighbours together; distances between groups, and their sizes, mean nothing.</source>
        <translation>t-SNE 保持近邻关系；各簇之间的距离和簇的大小没有意义。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>t-SNE of what the last layer sees now</source>
        <translation>对最后一层现在所见做 t-SNE</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>t-SNE {n} of {total}</source>
        <translation>t-SNE {n} / {total}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>{id}: PCA, {a:.0%} + {b:.0%} of the variance</source>
        <translation>{id}：PCA，占方差的 {a:.0%} + {b:.0%}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <source>{id}: t-SNE of step {step}, divergence {kl:.2f}</source>
        <translation>{id}：第 {step} 步的 t-SNE，散度 {kl:.2f}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>Again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <location filename="playground/gui/lenses/landscape.py"/>
        <location filename="playground/gui/picture_files.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/embedding.py"/>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>true value</source>
        <translation>真实值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>A column a step, the newest at the right; a row a noise vector, the same all the time.</source>
        <translation>每列是一步，最新的在最右边；每行是一个始终不变的噪声向量。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>Film strip</source>
        <translation>胶片</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>What becomes of the same noise; a click goes back to that step</source>
        <translation>同一噪声随训练的变化；点击可回到该步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>points in the cell </source>
        <translation>该格中的点数 </translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>real points, </source>
        <translation>真实点，</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <source>{step}, generated sample {row} </source>
        <translation>{step}，生成样本 {row} </translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>This view shows what a generator makes: it needs an experiment of the kind GAN.</source>
        <translation>此视图显示生成器的产物：需要 GAN 类的实验。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/film.py"/>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>Click to start the roll there: from then on the network reads its own predictions; other columns keep their true values.</source>
        <translation>点击即从该处开始滚动：此后网络读取自己的预测；其他各列保持真实值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>How many steps ahead</source>
        <translation>向前多少步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>RMSE of {n} rolls</source>
        <translation>{n} 次滚动的 RMSE</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>RMSE one step ahead {first}{unit}, {n} steps ahead {last}{unit}</source>
        <translation>RMSE：向前一步 {first}{unit}，向前 {n} 步 {last}{unit}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>Rolling forecast</source>
        <translation>滚动预测</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>Test sample at which the roll starts</source>
        <translation>滚动开始处的测试样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>The test series; what is predicted one step ahead; and a roll on its own predictions.</source>
        <translation>测试序列；提前一步的预测；以及以自身预测为输入的滚动预测。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>This view needs windows of a series that follow each other, and a network that predicts the next value of one column.</source>
        <translation>此视图需要一个序列中首尾相接的窗口，以及预测某一列下一个值的网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>better than the last value at every horizon</source>
        <translation>在每个预测步长上都优于沿用最后一个值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>better than the last value up to {n} steps</source>
        <translation>直到 {n} 步都优于沿用最后一个值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>horizon</source>
        <translation>步长</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>horizon, steps ahead</source>
        <translation>预测步长（向前的步数）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>last value stays</source>
        <translation>沿用最后一个值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>no better than the last value one step ahead</source>
        <translation>向前一步时并不优于沿用最后一个值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>one step ahead</source>
        <translation>向前一步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>rolling</source>
        <translation>滚动</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>test sample {n}</source>
        <translation>测试样本 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>test sample, in the order of time</source>
        <translation>测试样本（按时间顺序）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <source>true</source>
        <translation>真实值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/forecast.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>This view needs a network that predicts numbers, not classes.</source>
        <translation>此视图需要预测数值而非类别的网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gan_plane.py"/>
        <source>Game in the plane</source>
        <translation>平面上的博弈</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gan_plane.py"/>
        <source>Real and generated samples, the verdict on each point, the warped noise, and who should move.</source>
        <translation>真实样本与生成样本、对每个点的判定、变形的噪声，以及谁该往哪里移动。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gan_plane.py"/>
        <source>This view needs a GAN on data with two features, such as Ring of Gaussians.</source>
        <translation>此视图需要在有两个特征的数据（如高斯环）上训练的 GAN。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>1 in {n} units is shown</source>
        <translation>每 {n} 个单元显示一个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>A strip a gate, then memory and state; a column a step, a row a unit; below, what is read.</source>
        <translation>每个门一条带，然后是记忆和状态；一列一步，一行一个单元；下面是读入的内容。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>Gates and states over the steps</source>
        <translation>各步的门与状态</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>Put a recurrent block (RNN, LSTM, GRU) into the network to see its gates.</source>
        <translation>把一个循环模块（RNN、LSTM、GRU）放入网络，即可看到它的门。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>What if {held}: the network itself stays as it is</source>
        <translation>假如 {held}：网络本身保持不变</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>Which layer and direction</source>
        <translation>选择层与方向</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gates.py"/>
        <source>{id}: {t} steps (columns) × {h} units (rows)</source>
        <translation>{id}：{t} 步（列）× {h} 个单元（行）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>A dot a block with weights: the root mean square of its gradients, on a logarithmic axis.</source>
        <translation>每个有权重的模块一个点：其梯度的均方根，对数轴。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>Gradient by depth</source>
        <translation>梯度随深度的变化</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>It explodes towards the input.</source>
        <translation>越靠近输入越大：梯度爆炸。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>It keeps its size.</source>
        <translation>大小保持不变。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>It neither vanishes nor explodes.</source>
        <translation>既不消失也不爆炸。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>It vanishes towards the input.</source>
        <translation>越靠近输入越小：梯度消失。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>On average ×{factor} a block towards the input ({n} blocks, R² {r2:.2f}).</source>
        <translation>平均每向输入一个模块 ×{factor}（{n} 个模块，R² {r2:.2f}）。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>Only one block has weights: there is no depth to compare.</source>
        <translation>只有一个模块有权重，没有深度可比较。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>Press Play: the first step shows how strongly each block is pulled at.</source>
        <translation>请点“开始”：第一步就会显示每个模块受到的梯度有多大。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>Root mean square of the loss's derivatives by a block's parameters. Dashed: the straight line that fits best.</source>
        <translation>损失对模块参数的导数的均方根。虚线：拟合最好的直线。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>gradient, RMS</source>
        <translation>梯度（均方根）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>input → output</source>
        <translation>输入 → 输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>{id}: root mean square {value}</source>
        <translation>{id}：均方根 {value}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>{n} blocks have a gradient of exactly 0: they do not learn.</source>
        <translation>{n} 个模块的梯度恰好为 0：它们不在学习。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/gradient_depth.py"/>
        <source>{n} blocks have a gradient that is no finite number.</source>
        <translation>{n} 个模块的梯度不是有限的数。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>1 = a distance of 1 in weights</source>
        <translation>1 = 权重空间中的距离 1</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>1 = the length of each filter</source>
        <translation>1 = 每个滤波器自身的长度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>A slice can mislead: 2 of very many directions.</source>
        <translation>切面可能误导：众多方向中的 2 个。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>A slice of 25 x 25 points through the weights, computed beside the training.</source>
        <translation>穿过权重空间的 25 x 25 个点的切面，在训练的同时计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>Loss landscape</source>
        <translation>损失曲面</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>The landscape is being computed.</source>
        <translation>正在计算损失曲面。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>The loss of this network cannot be computed beside the training.</source>
        <translation>这个网络的损失无法在训练之外计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>This view needs a network with one loss; this experiment has several.</source>
        <translation>此视图需要只有一个损失的网络；这个实验有多个损失。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>Which plane</source>
        <translation>选择平面</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>around step {step}</source>
        <translation>第 {step} 步附近</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>cancelled at {part:.0%}</source>
        <translation>在 {part:.0%} 处取消</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>computed {part:.0%}</source>
        <translation>已计算 {part:.0%}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>loss {loss} at ({a}, {b})</source>
        <translation>({a}, {b}) 处的损失 {loss}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>step {step}, {away} away from the plane</source>
        <translation>第 {step} 步，离平面 {away}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/landscape.py"/>
        <source>training loss, logarithmic</source>
        <translation>训练损失，对数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Nearest: number {n}, distance {d}</source>
        <translation>最近：第 {n} 个，距离 {d}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>No finite number: nothing is near</source>
        <translation>不是有限的数：没有最近的样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Number of the noise to the right</source>
        <translation>向右的噪声分量</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Number of the noise upwards</source>
        <translation>向上的噪声分量</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Place in the noise</source>
        <translation>噪声中的位置</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>The class that is made</source>
        <translation>要生成的类别</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Two numbers of the noise are a place in a square; all others stay as the seed has them.</source>
        <translation>噪声中的两个数是方框里的一个位置；其余的数都保持种子给出的值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Two numbers of the noise, in standard deviations: drag the point, or move it by the arrow keys (Shift: less; Home: back to the middle).</source>
        <translation>噪声中的两个数，以标准差为单位：拖动该点，或用方向键移动（Shift：移动更少；Home：回到中间）。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>Walk through the noise</source>
        <translation>在噪声中漫步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>compared with the first {n} training samples</source>
        <translation>与前 {n} 个训练样本比较</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>made from {place}</source>
        <translation>由 {place} 生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>training sample</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <source>{n} other numbers fixed by the seed</source>
        <translation>其余 {n} 个数由随机种子固定</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_pad.py"/>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>generated sample</source>
        <translation>生成样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>Plane of codes</source>
        <translation>编码平面</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>Show where samples of the data lie</source>
        <translation>显示数据样本所在的位置</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>This view needs a variational autoencoder whose codes are two numbers: a Noise block of length 2.</source>
        <translation>此视图需要编码为两个数的变分自编码器：长度为 2 的“噪声”模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>What the decoder gives for a grid of codes, each picture where its code lies.</source>
        <translation>解码器对编码网格的输出，每幅图画在其编码所在之处。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>dots: {n} test samples, at the mean of their codes</source>
        <translation>圆点：{n} 个测试样本，位于其编码的均值处</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>dots: {n} training samples, at the mean of their codes</source>
        <translation>圆点：{n} 个训练样本，位于其编码的均值处</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>first number of the code</source>
        <translation>编码的第一个数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>pictures: what is read from each code</source>
        <translation>图像：从每个编码读出的内容</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>second number</source>
        <translation>第二个数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <source>what the decoder gives</source>
        <translation>解码器的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/latent_plane.py"/>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>A row a layer, a column a step: the likeliest token or class, its share as colour.</source>
        <translation>每行一层，每列一步：最可能的词元或类别，颜色表示其概率。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>Logit lens</source>
        <translation>逐层读出（logit lens）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>This view is for networks that predict tokens or classes from a residual stack: Transformer layers, or additions to what was there, with an output layer behind them.</source>
        <translation>此视图适用于由残差堆叠预测词元或类别的网络：由 Transformer 层或残差相加组成，其后有输出层。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>What each layer would say at each step</source>
        <translation>每一层在每一步会输出什么</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>left out, as their output has another shape: {ids}</source>
        <translation>未列出（输出形状不同）：{ids}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>share of the likeliest</source>
        <translation>最可能者的概率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/logit_lens.py"/>
        <source>{head} read the stream after each layer; the last row is what the network says</source>
        <translation>{head} 在每一层之后读取残差流；最后一行是网络的输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>What training makes smaller: on the samples it learns from, and on those it never saw.</source>
        <translation>训练要减小的量：分别在用来学习的样本和从未见过的样本上计算。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>cross-entropy (nats)</source>
        <translation>交叉熵（奈特）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>gap of the scores</source>
        <translation>分数之差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>half a squared error</source>
        <translation>平方误差的一半</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/loss.py"/>
        <source>smooth absolute error</source>
        <translation>平滑绝对误差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>A line a state: the length of the loss's gradient by it, on a logarithmic axis, by the lag.</source>
        <translation>每个状态一条线：损失对它的梯度的长度，对数轴，按时滞排列。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>By the lag or by the step</source>
        <translation>按滞后或按步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>Length of the loss's gradient by the state of each earlier step; solid: h, dashed: the memory c of an LSTM. A straight falling line is vanishing, a rising one exploding.</source>
        <translation>损失对之前每一步状态的梯度的长度；实线：h，虚线：LSTM 的记忆 c。直线下降表示梯度消失，直线上升表示梯度爆炸。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>Memory X-ray</source>
        <translation>记忆透视</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>Put a recurrent block (RNN, LSTM, GRU) into the network to see its memory.</source>
        <translation>把一个循环模块（RNN、LSTM、GRU）放入网络，即可看到它的记忆。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>This view needs a network that predicts: supervised, or a language model.</source>
        <translation>此视图需要做预测的网络：监督学习或语言模型。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>Whose loss it is</source>
        <translation>选择哪一步的损失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>by the lag</source>
        <translation>按滞后</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>by the step</source>
        <translation>按步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>lag {n} (step {step})</source>
        <translation>滞后 {n}（第 {step} 步）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>loss of step</source>
        <translation>损失所在的步</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <source>mean of {n} test samples</source>
        <translation>{n} 个测试样本的平均</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>lag, steps back</source>
        <translation>滞后（往回的步数）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/memory.py"/>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>|d loss / d state|</source>
        <translation>|d 损失 / d 状态|</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>How good the network is in numbers people use; choose which one to see.</source>
        <translation>用人们常用的指标说明网络有多好；可选择要看哪一个。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Modes that receive samples</source>
        <translation>有样本落入的模式数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>R²: share of the variance explained</source>
        <translation>R²：可解释方差的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <source>Steps per second</source>
        <translation>每秒步数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Distance to the real samples</source>
        <translation>与真实样本的距离</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>KL divergence of the codes, nats a sample</source>
        <translation>编码的 KL 散度（奈特/样本）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Reconstruction, nats a sample</source>
        <translation>重建项（奈特/样本）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Samples answered without a mistake</source>
        <translation>回答完全正确的样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Share of good samples</source>
        <translation>合格样本的比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>−ELBO, nats a sample</source>
        <translation>−ELBO（奈特/样本）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/metrics.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Bits per character</source>
        <translation>每字符比特数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/neurons.py"/>
        <source>A whole network at once: every neuron as the picture of its function, weights as lines.</source>
        <translation>一次看到整个网络：每个神经元画成它的函数图，权重画成连线。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/neurons.py"/>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/neurons.py"/>
        <source>This view needs a chain of fully connected layers and activations.</source>
        <translation>这个视图需要由全连接层和激活函数串成的网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>Classes: each sample with its predicted (and true) class. Numbers: predicted against true.</source>
        <translation>分类：每个样本的预测类别（和真实类别）。回归：预测值对照真实值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>Test predictions</source>
        <translation>测试集预测</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>This view shows answers to test samples: this network predicts nothing.</source>
        <translation>此视图显示对测试样本的输出：这个网络不做预测。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>test sample {i}: predicted {said} ({p:.1%}), true {true}; click to follow it through the network; input</source>
        <translation>测试样本 {i}：预测为 {said}（{p:.1%}），真实为 {true}；点击可跟着它走过网络；输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{n} of class {true}</source>
        <translation>类别 {true} 的 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{n} of class {true} taken for {said}</source>
        <translation>类别 {true} 被判为 {said} 的 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{n} samples; on the line the network is right</source>
        <translation>{n} 个样本；落在直线上表示网络预测正确</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{n} taken for {said}</source>
        <translation>被判为 {said} 的 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <source>{wrong} of {total} wrong, those first (said ≠ true)</source>
        <translation>{total} 个中错 {wrong} 个，排在前面（预测 ≠ 真实）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/predictions.py"/>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>predicted value</source>
        <translation>预测值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Loss, logarithmic: each colour is half a decade, so its edge is a contour</source>
        <translation>损失，对数刻度：每种颜色为半个数量级，其边缘即等高线</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Sets the optimiser, its learning rate, momentum and weight decay; α, β₁ and β₂ stay as torch has them.</source>
        <translation>设置优化器及其学习率、动量和权重衰减；α、β₁ 和 β₂ 保持 torch 的默认值。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Surface of the race; the arrow keys move the start</source>
        <translation>竞赛的曲面；方向键移动起点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Torch's own optimisers on a loss of two weights: drag the start, change who races and how.</source>
        <translation>torch 自己的优化器在两个权重的损失上竞赛：可拖动起点，更改参赛者及其设置。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Use in my network</source>
        <translation>用于我的网络</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>Use the optimiser {name}</source>
        <translation>使用优化器 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/race.py"/>
        <source>loss {formula}; drag the start</source>
        <translation>损失 {formula}；可拖动起点</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Error, mean square {value}</source>
        <translation>误差，均方 {value}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Input beside reconstruction beside error, sample by sample in the same place.</source>
        <translation>输入、重建与误差并排，每个样本都在相同位置。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Input: test samples</source>
        <translation>输入：测试样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Input: training samples</source>
        <translation>输入：训练样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>Reconstructions</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>This view compares samples with what an autoencoder makes of them.</source>
        <translation>此视图把样本与自编码器还原的结果作比较。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/reconstructions.py"/>
        <source>reconstruction − input</source>
        <translation>重建 − 输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>Length of the gradient of the last step's loss by each earlier state, mean over 16 sequences. A straight falling line is vanishing, a rising one exploding.</source>
        <translation>最后一步的损失对此前每个状态的梯度的长度，取 16 个序列的平均。直线下降表示梯度消失，上升表示梯度爆炸。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>Loss: mean of the last {n} batches. Steps/s: what each would do alone. Gradient: by which factor it changes with each step back, from a straight line through its logarithms.</source>
        <translation>损失：近 {n} 批的平均。步/秒：各自单独训练时的速度。梯度：每往回一步变为几倍，由其对数的拟合直线得出。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>Mean loss of the batches of the last {n} steps, logarithmic</source>
        <translation>近 {n} 步各批的平均损失，对数轴</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>RNN, LSTM, GRU</source>
        <translation>RNN、LSTM、GRU</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>The race of RNN, LSTM and GRU failed; the log says why.</source>
        <translation>RNN、LSTM 与 GRU 的比赛出错了；原因见日志。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>The race of RNN, LSTM and GRU is being prepared.</source>
        <translation>正在准备 RNN、LSTM 与 GRU 的比赛。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>Three networks of torch that differ in nothing but their recurrent layer, beside any run.</source>
        <translation>三个仅循环层不同的 torch 网络，在任何训练旁边运行。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>gradient at step {step}; dashed: memory c of the LSTM</source>
        <translation>第 {step} 步的梯度；虚线：LSTM 的记忆 c</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>loss; dashed: always the mean, {loss}</source>
        <translation>损失；虚线：总是回答平均值，{loss}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/recurrent_race.py"/>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>Predicted minus true value of each test sample, and how they are spread.</source>
        <translation>每个测试样本的预测值减真实值，以及它们的分布。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>Which output</source>
        <translation>选择输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>mean {bias}, SD {spread}, {n} samples</source>
        <translation>均值 {bias}，标准差 {spread}，{n} 个样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>output {n}</source>
        <translation>输出 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>predicted − true</source>
        <translation>预测 − 真实</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/residuals.py"/>
        <source>test sample {n}: predicted {said}, true {true}, residual {rest}</source>
        <translation>测试样本 {n}：预测 {said}，真实 {true}，残差 {rest}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>Distributions over training</source>
        <translation>训练过程中的分布</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>Each ridge is a histogram at one step, the newest in front; follows the selected block.</source>
        <translation>每条脊线是一步的直方图，最新的在最前；跟随所选模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>Press Play: histograms of weights, gradients and outputs gather here.</source>
        <translation>请点“开始”：权重、梯度和输出的直方图会汇集在这里。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>Which numbers</source>
        <translation>选择哪些数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>{id}: each ridge is a step, the newest in front</source>
        <translation>{id}：每条脊线是一步，最新的在最前</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <source>{name} {low} … {high}</source>
        <translation>{name} {low} … {high}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/ridges.py"/>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>{n} not finite</source>
        <translation>{n} 个不是有限的数</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Beside each generated sample the training sample that is nearest to it, and how far away: next to nothing would be one that was learnt by heart</source>
        <translation>在每个生成样本旁显示与它最近的训练样本及其距离：距离几乎为零说明是死记硬背的</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Generated, from fixed noise</source>
        <translation>由固定噪声生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Images: a grid from fixed noise beside real ones. Points: both clouds in the plane.</source>
        <translation>图像：由固定噪声生成的图像网格，与真实图像并排。点：平面上的两团点云。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Nearest of {n} training samples, distance</source>
        <translation>{n} 个训练样本中最近的，距离</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>blue: real, orange: generated, from {n} fixed noise vectors</source>
        <translation>蓝色：真实；橙色：由 {n} 个固定噪声向量生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>nearest</source>
        <translation>最近</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/samples.py"/>
        <source>real sample</source>
        <translation>真实样本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>Discriminator's verdicts</source>
        <translation>判别器的判断</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>This view shows a discriminator's verdicts: it needs an experiment of the kind GAN.</source>
        <translation>此视图显示判别器的判断：需要 GAN 类型的实验。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>Two histograms on one axis: verdicts on training samples and on generated ones.</source>
        <translation>同一坐标轴上的两个直方图：对训练样本的判断和对生成样本的判断。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>Verdicts on real and on generated samples</source>
        <translation>对真实样本和生成样本的判断</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>dashed: means</source>
        <translation>虚线：均值</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>generated, from fixed noise</source>
        <translation>由固定噪声生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>judged in batches of {n}</source>
        <translation>每批 {n} 个一起判断</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>logit of the discriminator (above 0: real)</source>
        <translation>判别器的 logit（大于 0：真）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>mean {mean}</source>
        <translation>均值 {mean}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>score of the critic (high: real)</source>
        <translation>评论家的分数（高：真）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>share of samples</source>
        <translation>样本比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>verdict (1: real, 0: forged)</source>
        <translation>判断值（1：真，0：假）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>{low} to {high}: {real} real, {fake} generated</source>
        <translation>{low} 到 {high}：{real} 个真实，{fake} 个生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>{n} generated: {what}</source>
        <translation>{n} 个生成样本：{what}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>{n} real: {what}</source>
        <translation>{n} 个真实样本：{what}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/scores.py"/>
        <source>{share:.0%} called real</source>
        <translation>{share:.0%} 被判为真</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>A line a unit. Those above the threshold over the chosen steps are lit, and looked for.</source>
        <translation>每条线一个单元。在所选各步都高于阈值的单元会亮起，并用来查找样本。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>Put a recurrent block (RNN, LSTM, GRU) into the network to see its states.</source>
        <translation>在网络中放一个循环模块（RNN、LSTM、GRU）才能看到它的状态。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>read there: {tokens}</source>
        <translation>此处读到：{tokens}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>{k} of {n} units are on</source>
        <translation>{n} 个单元中 {k} 个激活</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/states.py"/>
        <source>{n} lines are shown</source>
        <translation>显示 {n} 条线</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>Show only what the network decides for, not how sure it is</source>
        <translation>只显示网络的判断，不显示把握大小</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>The network's answer at each point of the plane, with the samples on it.</source>
        <translation>网络在平面上每一点的输出，并标出样本。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>This view needs data with two features, such as Spiral or Moons.</source>
        <translation>此视图需要有两个特征的数据，例如“螺旋”或“双半月”。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <source>probability of {name}</source>
        <translation>{name}的概率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/surface.py"/>
        <location filename="playground/gui/panels/data.py"/>
        <source>Paint, drag and erase points, also while the network trains</source>
        <translation>涂画、拖动和擦除点，训练时也可以</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>A line a block: the length of a step's change of its weights by the length of the weights.</source>
        <translation>每个模块一条线：一步中权重变化的长度与权重长度之比。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>Dotted line: 0.001, a healthy ratio as a rule of thumb. Pale: near the input.</source>
        <translation>点线：0.001，经验上健康的比值。颜色浅：靠近输入。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>Press Play: after two steps this view shows how far each block moves.</source>
        <translation>请点“开始”：两步之后，此视图会显示每个模块移动多远。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>Update to weight ratio</source>
        <translation>更新与权重之比</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>healthy: about 0.001</source>
        <translation>健康：约 0.001</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>{id} {ratio}</source>
        <translation>{id} {ratio}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/updates.py"/>
        <source>|update| / |weights|</source>
        <translation>|更新| / |权重|</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>(the first {n} kernels)</source>
        <translation>（前 {n} 个卷积核）</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Blue is positive, orange is negative; the scale is symmetric, so neutral is always zero.</source>
        <translation>蓝色为正，橙色为负；色标对称，因此中性色总是零。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>Select a block with weights, such as Linear or Conv 2-D.</source>
        <translation>请选中一个带权重的模块，例如线性层或二维卷积。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>one picture per kernel</source>
        <translation>每个卷积核一幅图</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>row: gate and unit, column: input, then state</source>
        <translation>行：门与单元；列：先输入，后状态</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>row: neuron, column: input</source>
        <translation>行：神经元，列：输入</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>{id}, all weights  {shape}  mean {mean}, SD {std}</source>
        <translation>{id}，全部权重  {shape}  均值 {mean}，标准差 {std}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/weights.py"/>
        <source>{id}.weight  {shape}  mean {mean}, SD {std}</source>
        <translation>{id}.weight  {shape}  均值 {mean}，标准差 {std}</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>A prompt, what the network writes on, and how likely each next token is.</source>
        <translation>提示词、网络接着写的内容，以及每个后续词元的可能性。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>Next token, as it is drawn</source>
        <translation>抽取下一个词元的概率</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>Probabilities of the token after the prompt, after temperature, top-k and top-p.</source>
        <translation>提示词之后那个词元的概率，已经过温度、top-k 和 top-p。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>Text that the network writes</source>
        <translation>网络写出的文本</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>This view shows what a network writes: it needs a language model.</source>
        <translation>此视图显示网络写出的内容：它需要语言模型。</translation>
    </message>
    <message>
        <location filename="playground/gui/lenses/writer.py"/>
        <source>Writer</source>
        <translation>写作</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Button for one step</source>
        <translation>单步按钮</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Choice of data</source>
        <translation>数据的选择</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Drawing of points</source>
        <translation>画点</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Hide {name}</source>
        <translation>隐藏{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Layers and neurons</source>
        <translation>层与神经元</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Number of samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Play button</source>
        <translation>播放按钮</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Reset button</source>
        <translation>重置按钮</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <source>Share of test samples</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/data.py"/>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/hidden_chip.py"/>
        <source>Show {name}</source>
        <translation>显示{name}</translation>
    </message>
    <message>
        <location filename="playground/gui/lesson.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="playground/gui/main_window.py"/>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="playground/gui/main_window.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="playground/gui/main_window.py"/>
        <source>Use seed {n}</source>
        <translation>使用随机种子 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>1% of the time</source>
        <translation>1% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>10% of the time</source>
        <translation>10% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>2% of the time</source>
        <translation>2% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>25% of the time</source>
        <translation>25% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>5% of the time</source>
        <translation>5% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/measuring.py"/>
        <source>50% of the time</source>
        <translation>50% 的时间</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/_sequences.py"/>
        <location filename="playground/gui/panels/preview.py"/>
        <source>x{n}</source>
        <translation>x{n}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/block_help.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/block_help.py"/>
        <source>{name}: {help}</source>
        <translation>{name}：{help}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/block_help.py"/>
        <source>{side} {port}: {shape}</source>
        <translation>{side} {port}：{shape}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/block_help.py"/>
        <location filename="playground/gui/panels/notices.py"/>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Another one, linked to those that are there.</source>
        <translation>再添加一个，与已有的互相关联。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Insert {title}</source>
        <translation>插入{title}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>No block is called that.</source>
        <translation>没有这个名称的模块。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Search blocks</source>
        <translation>搜索模块</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>Search blocks (Space)</source>
        <translation>搜索模块（空格键）</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/blocks.py"/>
        <source>This document</source>
        <translation>此文档</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/command_palette.py"/>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>Other random points of the same kind; training goes on</source>
        <translation>换一批同类的随机点；训练继续</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>This data comes from a plug-in that is not installed.</source>
        <translation>此数据来自未安装的插件。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n:,} samples</source>
        <translation>{n:,} 个样本</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n} classes</source>
        <translation>{n} 个类别</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n} features</source>
        <translation>{n} 个特征</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <source>{n} steps</source>
        <translation>{n} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/data.py"/>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>Use the data {title}</source>
        <translation>使用数据“{title}”</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/device_chip.py"/>
        <source>Apple graphics (MPS)</source>
        <translation>Apple 显卡（MPS）</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/device_chip.py"/>
        <source>CUDA graphics card</source>
        <translation>CUDA 显卡</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/device_chip.py"/>
        <source>Choose by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/device_chip.py"/>
        <source>Where the network is trained</source>
        <translation>网络在哪个设备上训练</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/doctor.py"/>
        <source>Go back to step {step}</source>
        <translation>回到第 {step} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/doctor.py"/>
        <source>Training, since step {step}</source>
        <translation>训练，自第 {step} 步起</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/doctor.py"/>
        <source>{place} · since step {step}</source>
        <translation>{place} · 自第 {step} 步起</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>Feature {name}</source>
        <translation>特征 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>Leave out the feature {name}</source>
        <translation>去掉特征 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>One feature has to stay on.</source>
        <translation>必须保留一个特征。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>Use the feature {name}</source>
        <translation>使用特征 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/feature_row.py"/>
        <source>What the network gets of each point</source>
        <translation>网络从每个点得到什么</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/hidden_chip.py"/>
        <source>This document hides controls for a lesson. Show them again</source>
        <translation>此文档为课堂隐藏了部分控件。重新显示</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/hidden_chip.py"/>
        <source>{n} hidden</source>
        <translation>已隐藏 {n} 项</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/history.py"/>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/history.py"/>
        <source>History of the changes</source>
        <translation>修改的历史记录</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Add view</source>
        <translation>添加视图</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Choose what to watch</source>
        <translation>选择要观察的内容</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Close the view {title}</source>
        <translation>关闭视图“{title}”</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Close this view</source>
        <translation>关闭此视图</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Nothing is being watched. Choose a view with “Add view”.</source>
        <translation>还没有要观察的内容。请用“添加视图”选择一个。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Picture of the view {title}</source>
        <translation>视图“{title}”的图片</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Save or copy a picture of this view</source>
        <translation>保存或复制此视图的图片</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/lens_row.py"/>
        <source>This view comes from a plug-in that is not installed.</source>
        <translation>此视图来自未安装的插件。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/live_controls.py"/>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/measuring.py"/>
        <source>How much of the training time views and test metrics may take</source>
        <translation>视图和测试指标最多可占用多少训练时间</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/measuring.py"/>
        <source>Measuring up to {share}</source>
        <translation>测量最多占 {share}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/measuring.py"/>
        <source>Measuring {share} · {n} / s</source>
        <translation>测量 {share} · {n} 次/秒</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/memory_chip.py"/>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>A CSV table, a folder of images, MNIST files, or points that you draw</source>
        <translation>CSV 表格、图片文件夹、MNIST 文件，或自己画的点</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>Open your own data</source>
        <translation>打开自己的数据</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/own_data.py"/>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/problems.py"/>
        <source>Nothing is wrong. Press Play.</source>
        <translation>一切正常。请点“开始”。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/problems.py"/>
        <source>{n} more problems: first mend those above.</source>
        <translation>另有 {n} 个问题：请先解决上面的。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/recent_menu.py"/>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Another colour</source>
        <translation>换一种颜色</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Bring back its document</source>
        <translation>恢复当时的文档</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Bring back the document of {run}</source>
        <translation>恢复“{run}”的文档</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Export the curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Keep with the document</source>
        <translation>随文档保存</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Order of the runs</source>
        <translation>运行先后</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Press Play: every run with at least one step is listed here.</source>
        <translation>请点“开始”：每次至少训练了一步的运行都会列在这里。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Rename, bring back, export, forget</source>
        <translation>重命名、恢复、导出、清除</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Runs side by side</source>
        <translation>并排比较各次运行</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Save these runs beside the document whenever it is saved.</source>
        <translation>每次保存文档时，把这些运行记录一并存到文档旁边。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Select two runs to see what differs.</source>
        <translation>选中两次运行，查看它们的差别。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Show it on the timeline</source>
        <translation>在时间线上显示</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>Tables (*.csv *.jsonl)</source>
        <translation>表格 (*.csv *.jsonl)</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>The runs are kept once the document is saved.</source>
        <translation>保存文档之后，运行记录就会保留下来。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <source>{first} → {second}: {changes}</source>
        <translation>{first} → {second}：{changes}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs.py"/>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/train/live.py"/>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Branched off {run} at step {step}</source>
        <translation>从“{run}”的第 {step} 步分出</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>{quantity} ({part})</source>
        <translation>{quantity}（{part}）</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/gui/panels/timeline.py"/>
        <location filename="playground/telemetry/runs.py"/>
        <source>Run {n}</source>
        <translation>运行 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Modes found</source>
        <translation>已找到模式</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/runs_table.py"/>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Steps / s</source>
        <translation>步/秒</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Alternative</source>
        <translation>备用</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Changed by you</source>
        <translation>由您修改</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Give this command its first shortcut back</source>
        <translation>恢复此命令的默认快捷键</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Leave this command without a shortcut</source>
        <translation>不给此命令设置快捷键</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>No command matches.</source>
        <translation>没有匹配的命令。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Search commands or keys</source>
        <translation>搜索命令或按键</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>Use it here instead</source>
        <translation>改用于此命令</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/shortcuts.py"/>
        <source>{keys} already does “{command}”.</source>
        <translation>{keys} 已用于“{command}”。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Back to the network</source>
        <translation>返回网络</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Empty canvas</source>
        <translation>空画布</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/start_page.py"/>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Drag to see every view as it was at an earlier step. The training goes on.</source>
        <translation>拖动可让所有视图回到较早某一步时的样子。训练会继续进行。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Rewind</source>
        <translation>回放</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Show the present again.</source>
        <translation>重新显示当前的状态。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Step {n} of {total} – the past</source>
        <translation>第 {n} 步，共 {total} 步 – 过去</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Train on from this step as a new run; the curves of this one stay.</source>
        <translation>从这一步开始新的运行，继续训练；本次运行的曲线会保留。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>Which run the timeline shows</source>
        <translation>时间线显示哪次运行</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>branched off {run}</source>
        <translation>分自“{run}”</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>ended · step {n}</source>
        <translation>已结束 · 第 {n} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>live · step {n}</source>
        <translation>实时 · 第 {n} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>{run} branched off here</source>
        <translation>{run} 从这里分出</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>{run} ▾</source>
        <translation>{run} ▾</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline.py"/>
        <source>{run}, step {n} of {total}</source>
        <translation>{run}，第 {n} 步，共 {total} 步</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline_bar.py"/>
        <source>Step {n} cannot be shown any more: it went with the training process.</source>
        <translation>第 {n} 步无法再显示：它已随训练进程一起消失。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/timeline_bar.py"/>
        <source>Step {n}: {text}</source>
        <translation>第 {n} 步：{text}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Generator loss</source>
        <translation>生成器损失</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>One operation of a step (S)</source>
        <translation>一步中的一个运算（S）</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>One step (S)</source>
        <translation>单步 (S)</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Pause (P)</source>
        <translation>暂停 (P)</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Play (P)</source>
        <translation>开始 (P)</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Reset starts a run with what was changed.</source>
        <translation>重置后，将按改动开始新的运行。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Reset to apply</source>
        <translation>重置后生效</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Reset: a fresh network at step 0 (R)</source>
        <translation>重置：全新的网络，从第 0 步开始 (R)</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Seed of all chance: same seed, same run</source>
        <translation>一切随机性的种子：种子相同，运行结果就相同</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Show what is wrong and how to repair it</source>
        <translation>查看问题以及如何修复</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test R²</source>
        <translation>测试 R²</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test distance</source>
        <translation>测试距离</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test error</source>
        <translation>测试误差</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>This run cannot go on with {reason}. Reset trains the new one.</source>
        <translation>{reason}，本次运行无法继续。重置后将训练新的网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Training steps per second at most. At the left end: one operation at a time.</source>
        <translation>每秒最多训练步数。最左端：一次一个运算。</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>Without mistake</source>
        <translation>完全正确</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>modified</source>
        <translation>已修改</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>operation</source>
        <translation>运算</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>seed {n}</source>
        <translation>种子 {n}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{name} • {state}</source>
        <translation>{name} • {state}</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n} problem</source>
        <translation>{n} 个问题</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n} problems</source>
        <translation>{n} 个问题</translation>
    </message>
    <message>
        <location filename="playground/gui/panels/transport.py"/>
        <source>{n}/s</source>
        <translation>{n}/秒</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>1 GB</source>
        <translation>1 GB</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>256 MB</source>
        <translation>256 MB</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>4 GB</source>
        <translation>4 GB</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>64 MB</source>
        <translation>64 MB</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>Keep no earlier steps</source>
        <translation>不保留较早的步骤</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>No earlier steps are kept: two states of this network take {needs} MB, and {most} MB are set aside. The memory beside the timeline can be made larger.</source>
        <translation>没有保留较早的步骤：这个网络的两个状态需要 {needs} MB，而预留的是 {most} MB。可以在时间线旁调大内存。</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>{n} steps are kept, in {used} of {most} MB.</source>
        <translation>保留了 {n} 步，占用 {used} MB，上限 {most} MB。</translation>
    </message>
    <message>
        <location filename="playground/gui/past_memory.py"/>
        <source>{n} steps of {runs} runs are kept, in {used} of {most} MB.</source>
        <translation>保留了 {runs} 次运行的 {n} 步，占用 {used} MB，上限 {most} MB。</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>As the composite: {cost}</source>
        <translation>与复合模块相同：{cost}</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>As the training</source>
        <translation>与训练相同</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>As the training: {cost}</source>
        <translation>与训练相同：{cost}</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>L2</source>
        <translation>L2 正则化</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>No regularisation</source>
        <translation>无正则化</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>Regularisation of {id}: {cost}</source>
        <translation>{id} 的正则化：{cost}</translation>
    </message>
    <message>
        <location filename="playground/gui/penalty_choice.py"/>
        <source>Regularisation of {n} blocks: {kind}</source>
        <translation>{n} 个模块的正则化：{kind}</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Choose one of .svg, .pdf and .png.</source>
        <translation>请选择 .svg、.pdf 或 .png。</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>PDF (for print)</source>
        <translation>PDF（用于打印）</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Pictures (*.svg *.pdf *.png)</source>
        <translation>图片 (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>SVG (sharp at any size)</source>
        <translation>SVG（任意缩放都清晰）</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Selection</source>
        <translation>所选部分</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>Whole graph</source>
        <translation>整个图</translation>
    </message>
    <message>
        <location filename="playground/gui/picture_files.py"/>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} px</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>At most {n:,} points can be drawn.</source>
        <translation>最多可画 {n:,} 个点。</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Drag a point</source>
        <translation>拖动一个点</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Draw the points</source>
        <translation>画点</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Paint points</source>
        <translation>涂画点</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Paste {n:,} points</source>
        <translation>粘贴 {n:,} 个点</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>Points can be drawn where the data are points of the plane.</source>
        <translation>数据是平面上的点时才能画点。</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>The clipboard holds no points: each line is x₁, x₂ and the number of a class.</source>
        <translation>剪贴板中没有点：每行应为 x₁、x₂ 和类别编号。</translation>
    </message>
    <message>
        <location filename="playground/gui/point_brush.py"/>
        <source>The first {n:,} points are taken.</source>
        <translation>只取前 {n:,} 个点。</translation>
    </message>
    <message>
        <location filename="playground/gui/recovery.py"/>
        <source>Unsaved work cannot be kept for the case of a crash: {reason}. Save it in another place.</source>
        <translation>无法为意外崩溃保留未保存的工作：{reason}。请另存到别处。</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>All steps are done. Play trains on from here.</source>
        <translation>所有步数已完成。点“开始”可以从这里继续训练。</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>Go back to step {n} and go on</source>
        <translation>回到第 {n} 步继续</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>Go on from step {n}</source>
        <translation>从第 {n} 步继续</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>Not now</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>Start anew</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>The numbers of this run have broken. The same settings will break them again. Earlier steps can still be seen on the timeline.</source>
        <translation>这次运行的数值已经损坏，沿用同样的设置会再次损坏。较早的步骤仍可在时间线上查看。</translation>
    </message>
    <message>
        <location filename="playground/gui/run_end.py"/>
        <source>{repair}, from step {n} on</source>
        <translation>{repair}，从第 {n} 步继续</translation>
    </message>
    <message>
        <location filename="playground/gui/run_model.py"/>
        <source>Go back to the network of step {n}</source>
        <translation>回到第 {n} 步的网络</translation>
    </message>
    <message>
        <location filename="playground/gui/run_model.py"/>
        <source>The graph has a problem: the last good network stays in training.</source>
        <translation>网络图有问题：继续训练上一个正确的网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/snapshot.py"/>
        <source>The block "{id}" has no such level: {level}.</source>
        <translation>模块“{id}”没有这一层级：{level}。</translation>
    </message>
    <message>
        <location filename="playground/gui/snapshot.py"/>
        <source>The network was not ready after {seconds} s.</source>
        <translation>等了 {seconds} 秒，网络仍未就绪。</translation>
    </message>
    <message>
        <location filename="playground/gui/weight_hand.py"/>
        <source>No network is in training. Reset makes one.</source>
        <translation>没有正在训练的网络。点“重置”可建立一个。</translation>
    </message>
    <message>
        <location filename="playground/gui/weight_hand.py"/>
        <source>The network is still being made.</source>
        <translation>网络正在建立。</translation>
    </message>
    <message>
        <location filename="playground/gui/weight_hand.py"/>
        <source>This is an earlier step. Go back to now, or continue from here, first.</source>
        <translation>这是较早的一步。请先回到现在，或从这里继续。</translation>
    </message>
    <message>
        <location filename="playground/gui/weight_hand.py"/>
        <source>{weight} set by hand: {before} → {after}</source>
        <translation>手动设置 {weight}：{before} → {after}</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Load weights</source>
        <translation>载入权重</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Resume a run</source>
        <translation>继续已保存的运行</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Runs (*.safetensors)</source>
        <translation>运行 (*.safetensors)</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Save the run</source>
        <translation>保存运行</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Save the weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <source>Weights (*.safetensors)</source>
        <translation>权重 (*.safetensors)</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <location filename="playground/train/run_file.py"/>
        <source>{path} holds weights, but not the state of a run.</source>
        <translation>{path} 中只有权重，没有运行状态。</translation>
    </message>
    <message>
        <location filename="playground/gui/weights.py"/>
        <location filename="playground/train/session.py"/>
        <source>Nothing in {path} fits this network.</source>
        <translation>{path} 中没有任何内容适合这个网络。</translation>
    </message>
    <message>
        <location filename="playground/gui/widgets/matrix.py"/>
        <source>Click to see them among the test predictions.</source>
        <translation>点击后在测试集预测中查看。</translation>
    </message>
    <message>
        <location filename="playground/gui/widgets/matrix.py"/>
        <source>predicted (rows: true class)</source>
        <translation>预测类别（行：真实类别）</translation>
    </message>
    <message>
        <location filename="playground/gui/widgets/matrix.py"/>
        <source>{count} of {total} samples of class {true} are taken for {predicted}.</source>
        <translation>类别 {true} 的 {total} 个样本中，有 {count} 个被判为 {predicted}。</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Disk quota exceeded</source>
        <translation>超出磁盘配额</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>File name too long</source>
        <translation>文件名过长</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Is a directory</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <location filename="playground/i18n.py"/>
        <location filename="playground/train/turbo/helper.py"/>
        <source>Permission denied</source>
        <translation>权限不足</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>The parameter names are not usable.</source>
        <translation>参数名无法使用。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>The parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}: {reason}.</source>
        <translation>{name} 的值为 {value}：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a finite number.</source>
        <translation>{name} 的值为 {value}；它必须是有限的数。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a number.</source>
        <translation>{name} 的值为 {value}；它必须是数。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a text.</source>
        <translation>{name} 的值为 {value}；它必须是文本。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be a whole number.</source>
        <translation>{name} 的值为 {value}；它必须是整数。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be at least {ge}.</source>
        <translation>{name} 的值为 {value}；它必须不小于 {ge}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be at most {le}.</source>
        <translation>{name} 的值为 {value}；它必须不大于 {le}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be greater than {gt}.</source>
        <translation>{name} 的值为 {value}；它必须大于 {gt}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be less than {lt}.</source>
        <translation>{name} 的值为 {value}；它必须小于 {lt}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be one of {expected}.</source>
        <translation>{name} 的值为 {value}；它必须是以下之一：{expected}。</translation>
    </message>
    <message>
        <location filename="playground/parameters.py"/>
        <source>{name} is {value}; it must be true or false.</source>
        <translation>{name} 的值为 {value}；它必须是 true 或 false。</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>The plug-in {name} could not be loaded: {error}</source>
        <translation>无法加载插件 {name}：{error}</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>There is no {kind} "{key}".</source>
        <translation>没有{kind}“{key}”。</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>block</source>
        <translation>模块</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>depth view</source>
        <translation>层级视图</translation>
    </message>
    <message>
        <location filename="playground/registry.py"/>
        <source>lens</source>
        <translation>视图</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>Choose one of .csv and .jsonl.</source>
        <translation>请选择 .csv 或 .jsonl。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>The runs in it are left out; the file stays as it is.</source>
        <translation>其中的运行记录已略去；文件保持不变。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>a line</source>
        <translation>某一行</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>it has more than {n} MB</source>
        <translation>它超过了 {n} MB</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>it holds no runs</source>
        <translation>其中没有运行记录</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>it is of version {version}, a newer one</source>
        <translation>它的版本是 {version}，比当前程序支持的更新</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>the curve "{name}" has not as many values as steps</source>
        <translation>曲线“{name}”的值与步数个数不一致</translation>
    </message>
    <message>
        <location filename="playground/telemetry/runs.py"/>
        <source>{name} has an ending that is no kind of table.</source>
        <translation>{name} 的扩展名不是表格格式。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>It began with the token {token}.</source>
        <translation>它从词元 {token} 开始。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>Not in the vocabulary, left out: {names}</source>
        <translation>不在词表中，已略去：{names}</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>Not in the vocabulary, read as [UNK]: {names}</source>
        <translation>不在词表中，读作 [UNK]：{names}</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>Only a language model can write: one that is trained to predict the next token.</source>
        <translation>只有语言模型才能写作：即训练来预测下一个词元的网络。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>Set train.experiment to "language_model", with data of the group Language.</source>
        <translation>请把 train.experiment 设为 "language_model"，并使用“语言”组中的数据。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>The context is full: at each token the oldest of {n} is forgotten.</source>
        <translation>上下文已满：每写一个词元，就忘掉 {n} 个中最早的那个。</translation>
    </message>
    <message>
        <location filename="playground/telemetry/writing/writer.py"/>
        <source>The prompt is longer than the context of {n} tokens: its first {cut} are not read.</source>
        <translation>提示词比 {n} 个词元的上下文更长：前 {cut} 个没有读。</translation>
    </message>
    <message>
        <location filename="playground/train/archive.py"/>
        <source>Go back to another step of the timeline, or start anew.</source>
        <translation>请回到时间线上的另一步，或从头开始。</translation>
    </message>
    <message>
        <location filename="playground/train/archive.py"/>
        <source>Step {n} is not kept any more.</source>
        <translation>第 {n} 步已不再保留。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>"{name}" is {came} in {path}, but {have} in this network.</source>
        <translation>“{name}”在 {path} 中是 {came}，在这个网络中却是 {have}。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>Check the free space and that the folder may be written to.</source>
        <translation>请检查可用空间，以及文件夹是否可以写入。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>The weights cannot be saved to {path}: {error}.</source>
        <translation>无法把权重保存到 {path}：{error}。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>There is no "{name}" ({have}) in {path}; it holds: {names}.</source>
        <translation>{path} 中没有“{name}”（{have}）；其中有：{names}。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>These weights belong to another network; build the one they were saved with.</source>
        <translation>这些权重属于另一个网络；请搭建保存它们时所用的网络。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>{n} of {total} tensors fit; these start afresh: {names}.</source>
        <translation>{total} 个张量中有 {n} 个适合；以下重新初始化：{names}。</translation>
    </message>
    <message>
        <location filename="playground/train/checkpoint.py"/>
        <source>{n} tensors were bfloat16, such as {name}: they are float32 now.</source>
        <translation>{n} 个张量原为 bfloat16（例如 {name}），现已转为 float32。</translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>There is no device "{name}".</source>
        <translation>没有设备“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>This PyTorch has no CUDA.</source>
        <translation>当前的 PyTorch 不支持 CUDA。</translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>This computer has no device "{name}" that PyTorch can use.</source>
        <translation>这台计算机没有 PyTorch 可用的设备“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/train/devices.py"/>
        <source>Use one of: {names}.</source>
        <translation>请选用：{names}。</translation>
    </message>
    <message>
        <location filename="playground/train/diagnose.py"/>
        <source>Lower the learning rate, or clip the gradients.</source>
        <translation>请降低学习率，或裁剪梯度。</translation>
    </message>
    <message>
        <location filename="playground/train/diagnose.py"/>
        <source>{name} became NaN or infinite at step {step}.</source>
        <translation>{name} 在第 {step} 步变成了 NaN 或无穷大。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>As the process; small networks train many times as fast, once they are compiled.</source>
        <translation>与独立进程相同，但编译完成后，小网络的训练速度可达数倍。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>Process of its own</source>
        <translation>独立进程</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>Starts at once and takes little memory; shares Python with the window.</source>
        <translation>立即启动，占用内存少；与窗口共用 Python。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>Thread of the window</source>
        <translation>窗口的线程</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>Trains at full speed beside the window, which outlives its crashes.</source>
        <translation>在窗口之外全速训练；即使它崩溃，窗口也不受影响。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/base.py"/>
        <source>Turbo: a process with compiled steps</source>
        <translation>Turbo：独立进程，并编译训练步</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The document and the curves are still here.</source>
        <translation>文档和曲线都还在。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The system ended the training process because the memory ran out.</source>
        <translation>内存耗尽，系统结束了训练进程。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The training process crashed in native code ({name}, signal {n}).</source>
        <translation>训练进程在原生代码中崩溃（{name}，信号 {n}）。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The training process ended by itself (exit status {n}).</source>
        <translation>训练进程自行结束（退出状态 {n}）。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The training process was killed from outside (SIGKILL); when the memory runs out, the system does that.</source>
        <translation>训练进程被强行终止（SIGKILL）；内存耗尽时，系统会这样做。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/fate.py"/>
        <source>The training process was told to end ({name}, signal {n}).</source>
        <translation>训练进程收到了结束信号（{name}，信号 {n}）。</translation>
    </message>
    <message>
        <location filename="playground/train/engine/life.py"/>
        <source>The training process cannot be started: {reason}.</source>
        <translation>无法启动训练进程：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Change all {n} {old} blocks to {block}</source>
        <translation>把全部 {n} 个{old}模块改为{block}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Clip gradients at length {value}</source>
        <translation>把梯度范数裁剪到 {value}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Insert batch normalisation after {n} layers</source>
        <translation>在 {n} 个层之后各插入批归一化</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Insert dropout of {p} after {id}</source>
        <translation>在 {id} 之后插入丢弃概率为 {p} 的 Dropout</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Insert dropout of {p} after {n} activations</source>
        <translation>在 {n} 个激活函数之后各插入丢弃概率为 {p} 的 Dropout</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Lower {name} to {value}</source>
        <translation>把 {name} 降到 {value}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Raise {name} to {value}</source>
        <translation>把 {name} 升到 {value}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Set lr_generator to {slow} and lr_discriminator to {fast}</source>
        <translation>把 lr_generator 设为 {slow}、lr_discriminator 设为 {fast}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Set the weight decay to {value}</source>
        <translation>把权重衰减设为 {value}</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Standardise the data</source>
        <translation>对数据做标准化</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Stop after {n} epochs without a better test loss</source>
        <translation>测试损失连续 {n} 轮没有改善就停止</translation>
    </message>
    <message>
        <location filename="playground/train/health/repairs.py"/>
        <source>Use {n} samples</source>
        <translation>使用 {n} 个样本</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/dead_units.py"/>
        <source>No gradient passes a ReLU at 0, so they do not come back by themselves; often a step that was too large pushed them there.</source>
        <translation>ReLU 输出为 0 时梯度无法通过，所以它们不会自己恢复；通常是某一步的步子太大，把它们推到了那里。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/dead_units.py"/>
        <source>{share} of the units of {id} are 0 for every sample that was looked at.</source>
        <translation>{id} 中有 {share} 的单元对所有检查过的样本都输出 0。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/discriminator_wins.py"/>
        <source>Call real samples only {share} real</source>
        <translation>只把真实样本标为 {share} 真</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/discriminator_wins.py"/>
        <source>It is so sure of every sample that the generator no longer hears what to do better.</source>
        <translation>它对每个样本都十分确信，生成器已得不到怎样改进的信息。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/discriminator_wins.py"/>
        <source>The discriminator wins: its loss is {loss}, that of the generator {other}; in an even game they are near {even} and {even_other}.</source>
        <translation>判别器占了上风：它的损失为 {loss}，生成器的损失为 {other}；势均力敌时两者分别接近 {even} 和 {even_other}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/discriminator_wins.py"/>
        <source>Train the discriminator once a step</source>
        <translation>每步只训练判别器一次</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/exploding.py"/>
        <source>Numbers that grow from layer to layer make it grow; the next step may go anywhere.</source>
        <translation>数值逐层增大，梯度也随之增大；下一步可能跳到任何地方。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/exploding.py"/>
        <source>The gradient grows from {weak} at {last} to {strong} at {first}.</source>
        <translation>梯度从 {last} 处的 {weak} 增大到 {first} 处的 {strong}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/exploding.py"/>
        <source>The gradient has the length {length}, most of it at {id}.</source>
        <translation>梯度范数为 {length}，主要来自 {id}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/imbalance.py"/>
        <source>It has {few} samples and the other {many}: leaving it out costs the loss next to nothing.</source>
        <translation>前者有 {few} 个样本，后者有 {many} 个：忽略前者，损失几乎不受影响。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/imbalance.py"/>
        <source>Of the class "{name}" only {share} of the training samples are recognised, of "{other}" {most}.</source>
        <translation>类别“{name}”的训练样本只认出了 {share}，“{other}”则认出了 {most}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/imbalance.py"/>
        <source>Weigh each class by how rare it is</source>
        <translation>按稀有程度给各类别加权</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/mode_collapse.py"/>
        <source>Forged samples differ from each other only {share} as much as real ones.</source>
        <translation>伪造样本之间的差异只有真实样本的 {share}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/mode_collapse.py"/>
        <source>It has settled on the few samples that fool the discriminator just now (mode collapse).</source>
        <translation>它只产生眼下能骗过判别器的少数几种样本（模式崩溃）。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/mode_collapse.py"/>
        <source>The generator has found {found} of {total} clouds of the data.</source>
        <translation>数据中有 {total} 团点云，生成器只找到了 {found} 团。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/mode_collapse.py"/>
        <source>Train the discriminator {n} times a step</source>
        <translation>每步训练判别器 {n} 次</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/not_finite.py"/>
        <source>At step {step} the numbers that {id} put out had become so large that the loss was no longer a number.</source>
        <translation>第 {step} 步时，{id} 的输出已大到使损失不再是有效的数。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/not_finite.py"/>
        <source>At step {step} {id} was the first block to put out NaN or infinity; its weights were still numbers.</source>
        <translation>第 {step} 步时，{id} 最先输出了 NaN 或无穷大；当时它的权重仍是有效的数。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/not_finite.py"/>
        <source>Its largest number had grown from {before} to {after}: the steps are too large.</source>
        <translation>它的最大值从 {before} 增大到了 {after}：步子太大了。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/not_finite.py"/>
        <source>Steps that are too large do that: lower the learning rate, or clip the gradients.</source>
        <translation>这是步子太大造成的：请降低学习率，或裁剪梯度。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/not_finite.py"/>
        <source>The weights of {id} became NaN or infinite by step {step}, and the loss with them.</source>
        <translation>到第 {step} 步，{id} 的权重变成了 NaN 或无穷大，损失也随之失效。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/overfitting.py"/>
        <source>The network learns its training samples by heart. More samples, weight decay or an earlier end stop that; dropout only slows it.</source>
        <translation>网络在死记训练样本。增加样本、权重衰减或提早结束可以避免；Dropout 只能减缓。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/overfitting.py"/>
        <source>The test loss has risen from {low} at step {step} to {now}, while the training loss fell to {train}.</source>
        <translation>测试损失从第 {step} 步的 {low} 升到了 {now}，训练损失却降到了 {train}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/pairing.py"/>
        <source>The targets run from {low} to {high}, but {id} gives only numbers from {lowest} to {highest}.</source>
        <translation>目标值的范围是 {low} 到 {high}，但 {id} 只能输出 {lowest} 到 {highest} 的数。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/pairing.py"/>
        <source>What lies outside can never be reached: let the network end without that block.</source>
        <translation>范围以外的值永远达不到：请不要让网络以这个模块结尾。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/pairing.py"/>
        <source>{loss} makes probabilities of the scores itself; squeezed ones keep the loss from falling and the gradient small.</source>
        <translation>{loss} 自己会把得分变成概率；得分若已被压缩，损失就降不下去，梯度也很小。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/pairing.py"/>
        <source>{loss} takes scores of any size, but {id} has only given numbers from {low} to {high}.</source>
        <translation>{loss} 接受任意大小的得分，但 {id} 只输出过 {low} 到 {high} 的数。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/plateau.py"/>
        <source>After {n} steps the loss is {loss}; always giving the same answer has {guess}.</source>
        <translation>经过 {n} 步，损失为 {loss}；始终给出同一个答案时，损失是 {guess}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/plateau.py"/>
        <source>It fell by less than {share} in the last half of the steps: the network cannot see what it should learn, or is stuck.</source>
        <translation>后一半训练中，它的降幅不到 {share}：网络看不到要学的东西，或者卡住了。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/rate_high.py"/>
        <source>Each step changes the weights of {id} by {update}, and the loss {loss} is no better than a guess.</source>
        <translation>每一步都使 {id} 的权重改变 {update}，而损失 {loss} 并不比瞎猜好。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/rate_high.py"/>
        <source>The learning rate of {lr} is too high: the steps jump over what they look for. A change of about 0.1 % a step is usual.</source>
        <translation>学习率 {lr} 太高：步子太大，总是跨过最优点。每步改变 0.1% 左右比较合适。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/rate_high.py"/>
        <source>The loss has risen from {low} at step {step} to {loss}; guessing would give {guess}.</source>
        <translation>损失从第 {step} 步的 {low} 升到了 {loss}；瞎猜时的损失是 {guess}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/rate_low.py"/>
        <source>A step changes even {id}, the fastest layer, by {update} only; after {n} steps the loss is still {loss}.</source>
        <translation>即使是变化最快的层 {id}，每步也只改变 {update}；经过 {n} 步，损失仍为 {loss}。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/rate_low.py"/>
        <source>The learning rate is too low: a change of about 0.1 % a step is usual.</source>
        <translation>学习率太低：每步改变 0.1% 左右比较合适。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/saturated.py"/>
        <source>There the curve is flat and lets hardly any gradient through: the numbers that arrive are too large.</source>
        <translation>那里的曲线是平的，梯度几乎无法通过：传来的数太大了。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/saturated.py"/>
        <source>{share} of the units of {id} stay within 1 % of a limit for nearly every sample.</source>
        <translation>{id} 中有 {share} 的单元，对几乎所有样本的输出与极限值相差都不到 1%。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/vanishing.py"/>
        <source>Each layer on the way multiplies it by less than 1, so the first layers hardly learn; {block} between many layers does that.</source>
        <translation>梯度每经过一层都乘以小于 1 的数，所以前面的层几乎学不到东西；在很多层之间使用{block}就会这样。</translation>
    </message>
    <message>
        <location filename="playground/train/health/rules/vanishing.py"/>
        <source>The gradient fades from {strong} at {last} to {weak} at {first}.</source>
        <translation>梯度从 {last} 处的 {strong} 衰减到 {first} 处的 {weak}。</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>A reset is needed for {reason}.</source>
        <translation>{reason}，需要重置。</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>Training goes on as before: {reason}</source>
        <translation>训练照旧进行：{reason}</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>kept {n}</source>
        <translation>{n} 个模块保持不变</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>new {n}</source>
        <translation>新增 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>removed {n}</source>
        <translation>移除 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>resized {n}</source>
        <translation>改变尺寸 {n} 个</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <source>{words} · not preserved: {reasons}</source>
        <translation>{words} · 未能保持：{reasons}</translation>
    </message>
    <message>
        <location filename="playground/train/live.py"/>
        <location filename="playground/train/optimizers.py"/>
        <source>There are no weights to train.</source>
        <translation>没有可训练的权重。</translation>
    </message>
    <message>
        <location filename="playground/train/memory.py"/>
        <source>A reset needs less: it gives the old network away first.</source>
        <translation>重置所需内存较少：它会先释放旧网络。</translation>
    </message>
    <message>
        <location filename="playground/train/memory.py"/>
        <source>Most weights are in "{node}": make it or the layer before it smaller.</source>
        <translation>大部分权重在“{node}”中：请减小它或它前面的层。</translation>
    </message>
    <message>
        <location filename="playground/train/memory.py"/>
        <source>To exchange the network takes {needed} beside the one in training, and {free} are free.</source>
        <translation>更换网络时，除正在训练的网络外还需要 {needed}，而可用内存为 {free}。</translation>
    </message>
    <message>
        <location filename="playground/train/optimizers.py"/>
        <source>Add a block that learns, such as a linear layer, or unmute one.</source>
        <translation>请添加一个可学习的模块，例如线性层，或取消绕过某个模块。</translation>
    </message>
    <message>
        <location filename="playground/train/restart.py"/>
        <source>another kind of training</source>
        <translation>训练方式变了</translation>
    </message>
    <message>
        <location filename="playground/train/restart.py"/>
        <source>another seed</source>
        <translation>随机种子变了</translation>
    </message>
    <message>
        <location filename="playground/train/restart.py"/>
        <source>data of another shape</source>
        <translation>数据的形状变了</translation>
    </message>
    <message>
        <location filename="playground/train/restart.py"/>
        <source>data with other classes</source>
        <translation>数据的类别变了</translation>
    </message>
    <message>
        <location filename="playground/train/restart.py"/>
        <source>data with other fields</source>
        <translation>数据的字段变了</translation>
    </message>
    <message>
        <location filename="playground/train/run.py"/>
        <source>A batch takes {b} samples, but there are {n}.</source>
        <translation>每批要取 {b} 个样本，但只有 {n} 个。</translation>
    </message>
    <message>
        <location filename="playground/train/run_file.py"/>
        <source>Load its weights instead, to start a run with them.</source>
        <translation>可以改为载入其中的权重，用它们开始新的运行。</translation>
    </message>
    <message>
        <location filename="playground/train/run_file.py"/>
        <source>The state of the run in {path} is damaged.</source>
        <translation>{path} 中的运行状态已损坏。</translation>
    </message>
    <message>
        <location filename="playground/train/session.py"/>
        <source>Blocks are found by their ids: take the network it was saved with.</source>
        <translation>模块按 id 对应：请使用保存时的那个网络。</translation>
    </message>
    <message>
        <location filename="playground/train/state.py"/>
        <source>Build the network that it was taken from.</source>
        <translation>请搭建它所来自的网络。</translation>
    </message>
    <message>
        <location filename="playground/train/state.py"/>
        <source>The state has no "{name}" that fits this network.</source>
        <translation>该状态中没有适合这个网络的“{name}”。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>"{name}" in {path} has numbers of the kind {kind}; these can be read: {kinds}.</source>
        <translation>{path} 中的“{name}”数值类型为 {kind}；可读取的类型有：{kinds}。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>"{name}" in {path} holds NaN or infinity.</source>
        <translation>{path} 中的“{name}”含有 NaN 或无穷大。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>Choose a file that was saved as weights.</source>
        <translation>请选择保存权重的文件。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>These weights come from a run that failed: take an earlier file.</source>
        <translation>这些权重来自一次失败的运行：请改用更早的文件。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>{path} is a folder, not a file.</source>
        <translation>{path} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <location filename="playground/train/tensor_file.py"/>
        <source>{path} is no safetensors file, or only a part of one.</source>
        <translation>{path} 不是 safetensors 文件，或者文件不完整。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>The compiled step differs from torch's own ({n}).</source>
        <translation>编译出的训练步与 torch 的结果不一致（{n}）。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>The network cannot be compiled: {reason}</source>
        <translation>无法编译此网络：{reason}</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>The process that compiles has ended.</source>
        <translation>负责编译的进程已经结束。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>Turbo cannot carry the random numbers of dropout and its like.</source>
        <translation>Turbo 不支持 Dropout 之类要用随机数的模块。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>Turbo cannot write compiled code: {reason}.</source>
        <translation>Turbo 无法写入编译好的代码：{reason}。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>Turbo failed: {error}</source>
        <translation>Turbo 出错：{error}</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/helper.py"/>
        <source>Turbo needs a C++ compiler, such as g++, and there is none.</source>
        <translation>Turbo 需要 C++ 编译器（例如 g++），但系统中没有。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/pilot.py"/>
        <source>Turbo would not be faster here; the ordinary step goes on.</source>
        <translation>Turbo 在这里不会更快，继续用普通方式训练。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/pilot.py"/>
        <source>Turbo: {n} steps at once, each about {times} times as fast.</source>
        <translation>Turbo：一次执行 {n} 步，每步速度约为原来的 {times} 倍。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>All blocks are frozen.</source>
        <translation>所有模块都已冻结。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo cannot compile recurrent layers yet.</source>
        <translation>Turbo 还不能编译循环层。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo cannot make noise.</source>
        <translation>Turbo 无法产生噪声。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo cannot watch for early stopping.</source>
        <translation>Turbo 不支持早停。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo cannot weight the classes yet.</source>
        <translation>Turbo 暂不支持类别权重。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo does not know this kind of training yet.</source>
        <translation>Turbo 暂不支持这种训练方式。</translation>
    </message>
    <message>
        <location filename="playground/train/turbo/plan.py"/>
        <source>Turbo is made for the CPU so far.</source>
        <translation>Turbo 目前只支持 CPU。</translation>
    </message>
    <message>
        <location filename="presets/adding-lstm.json"/>
        <source>Adding problem: an LSTM remembers</source>
        <translation>加法问题：LSTM 能记住</translation>
    </message>
    <message>
        <location filename="presets/adding-lstm.json"/>
        <source>Two numbers are marked among a hundred, and the answer is their sum. Always answering 1 gives an error of 0.167, and for some hundred steps the LSTM does no better; then it finds out that its gates can keep a number, and the error falls at once. Compare with adding-rnn, which has the same size and no gates.</source>
        <translation>一百个数中有两个带标记，答案是它们的和。总是回答 1 的误差是 0.167；最初几百步里 LSTM 也不比这更好，随后它发现门可以保存一个数，误差便骤然下降。请与 adding-rnn 比较：大小相同，但没有门。</translation>
    </message>
    <message>
        <location filename="presets/adding-rnn.json"/>
        <source>Adding problem: a plain RNN forgets</source>
        <translation>加法问题：普通 RNN 会忘记</translation>
    </message>
    <message>
        <location filename="presets/adding-rnn.json"/>
        <source>The same task, data and size as adding-lstm, but without gates. The error stays near 0.167, that of always answering 1: on the way back through a hundred steps the gradient fades until it teaches nothing. Set the length of the data to 10, and even this network learns to add.</source>
        <translation>任务、数据和大小都与 adding-lstm 相同，但没有门。误差停留在 0.167 附近，也就是总是回答 1 的误差：梯度在往回穿过一百步的途中逐渐消失，什么也教不会。把数据的长度设为 10，连这个网络也能学会加法。</translation>
    </message>
    <message>
        <location filename="presets/attention-step-by-step.json"/>
        <source>Attention step by step</source>
        <translation>一步一步看注意力</translation>
    </message>
    <message>
        <location filename="presets/attention-step-by-step.json"/>
        <source>One head that you can follow number by number. It reads three digits and the sign &gt;, and writes them backwards. At each step Q asks and K offers; each question times each offer is a score; the mask hides what comes later; the softmax makes shares of a row, which are 1 together; by these shares the values V are mixed. Open a block to see its numbers. Once it has learned, each row of the view Attention points at the digit that is copied.</source>
        <translation>一个可以逐个数字跟着算的注意力头。它读入三个数字和符号 &gt;，再把它们倒着写出来。在每一步，Q 提问，K 应答；每个提问与每个应答的乘积是一个分数；掩码遮住后面的步；softmax 把一行变成合计为 1 的份额；按这些份额把值 V 混合起来。打开一个模块就能看到它的数字。学会之后，“注意力”视图的每一行都指向要抄写的那个数字。</translation>
    </message>
    <message>
        <location filename="presets/bert-char.json"/>
        <source>Fill in the blanks</source>
        <translation>填空</translation>
    </message>
    <message>
        <location filename="presets/bert-char.json"/>
        <source>Of each piece of Python's own help 15 % of the characters are to be guessed: most are hidden behind [MASK], some are replaced, some stay. Two Transformer layers say what they were, and each step looks to both sides: no triangle of the view Attention is empty. Always answering with a space, the most frequent character, would be right in 21 % of the cases; after training more than half are right.</source>
        <translation>Python 自带帮助的每段文字中，有 15 % 的字符要猜：多数藏在 [MASK] 后面，有些被替换，有些保持原样。两个 Transformer 层说出它们原来是什么，每一步都能看到两边：“注意力”视图中没有空白的三角形。总是回答空格（最常见的字符）只有 21 % 正确；训练之后，一半以上都能答对。</translation>
    </message>
    <message>
        <location filename="presets/breast-cancer-mlp.json"/>
        <source>Breast cancer: benign or malignant</source>
        <translation>乳腺癌：良性还是恶性</translation>
    </message>
    <message>
        <location filename="presets/breast-cancer-mlp.json"/>
        <source>Thirty measurements of cell nuclei decide whether a tumour is benign. Two mistakes are possible and they are not equally bad: find them in the confusion. Then set the dropout to 0 and watch the test loss.</source>
        <translation>根据细胞核的三十项测量值判断肿瘤是否为良性。可能犯的错误有两种，严重程度并不相同：请在混淆矩阵中找出它们。然后把 Dropout 设为 0，观察测试损失。</translation>
    </message>
    <message>
        <location filename="presets/char-lstm.json"/>
        <source>An LSTM learns to write</source>
        <translation>LSTM 学习写作</translation>
    </message>
    <message>
        <location filename="presets/char-lstm.json"/>
        <source>It reads Python's own help letter by letter and says which letter comes next. At first it writes noise, then words, then lines that look like the manual. Watch the view Writer while it learns: a low temperature repeats what is sure, a high one dares more.</source>
        <translation>它逐个字母地阅读 Python 自带的帮助文档，并说出接下来是哪个字母。起初写出的是噪声，然后是单词，再后来是像手册一样的行。学习时请看“写作”视图：低温度重复有把握的内容，高温度更大胆。</translation>
    </message>
    <message>
        <location filename="presets/circle-mlp.json"/>
        <source>A circle out of straight lines</source>
        <translation>用直线围出圆</translation>
    </message>
    <message>
        <location filename="presets/circle-mlp.json"/>
        <source>Each of the six hidden neurons draws one straight line; together they fence in the disc. Watch the surface while it learns, then count its corners: how few neurons still do it?</source>
        <translation>六个隐藏神经元各画一条直线，合起来把圆盘围住。请在学习过程中观察决策面，再数一数它有几个角：最少用几个神经元还能做到？</translation>
    </message>
    <message>
        <location filename="presets/dcgan-digits.json"/>
        <source>A convolutional forger writes digits</source>
        <translation>卷积伪造者写数字</translation>
    </message>
    <message>
        <location filename="presets/dcgan-digits.json"/>
        <source>A small DCGAN: the generator grows a picture from 2 by 2 pixels by transposed convolutions, the discriminator shrinks it again and also hears how much the pictures of a batch differ (Minibatch Stddev), so that making one digit only does not pay. Watch the samples: strokes soon, digits after half a minute. A classifier that never saw them is sure of most, and finds all ten.</source>
        <translation>一个小型 DCGAN：生成器用转置卷积从 2×2 像素长出一幅图，判别器再把它缩小，还能知道一批图片彼此相差多少（小批量标准差），因此只造一种数字并不划算。请看样本：很快出现笔画，半分钟后出现数字。从未见过它们的分类器对大多数都很有把握，并认出全部十个数字。</translation>
    </message>
    <message>
        <location filename="presets/diabetes-regression.json"/>
        <source>Diabetes: predict a number</source>
        <translation>糖尿病：预测一个数值</translation>
    </message>
    <message>
        <location filename="presets/diabetes-regression.json"/>
        <source>Ten measurements of 442 patients predict how far the disease has progressed a year later. The points in predictions should lie on the diagonal; half of the variation stays unexplained, whatever the network: some data simply do not hold more.</source>
        <translation>用 442 名患者的十项测量值，预测一年后病情的进展。“测试集预测”中的点应当落在对角线上；但无论用什么网络，都有一半的变异无法解释：有些数据所含的信息就只有这么多。</translation>
    </message>
    <message>
        <location filename="presets/diffusion-digits.json"/>
        <source>A small U-Net sees which noise was added to a digit: it shrinks the picture, grows it again, and wires carry the fine lines across. The time steers every stage, for much noise needs other work than little. Sampling starts with noise alone and takes away what the network sees, 100 times.</source>
        <translation>一个小型 U-Net 看出数字中加入了哪些噪声：它先把图像缩小，再放大，连线把细节直接送过去。时间控制每一级，因为噪声多时和噪声少时要做的事不同。采样从纯噪声开始，100 次去掉网络看到的噪声。</translation>
    </message>
    <message>
        <location filename="presets/diffusion-digits.json"/>
        <source>Digits out of noise</source>
        <translation>从噪声中产生数字</translation>
    </message>
    <message>
        <location filename="presets/diffusion-swiss-roll.json"/>
        <source>Each training point is blurred by a random number of noise steps, and the network is told how many: it learns to see which noise is in the point. Taking that noise away, step by step, turns random points into points of the roll. The arrows show where it would move each point.</source>
        <translation>每个训练数据点都被加上随机步数的噪声，并告诉网络有多少步：它学着看出点里有哪些噪声。一步步去掉这些噪声，随机的点就变成卷上的点。箭头表示它会把每个点移向哪里。</translation>
    </message>
    <message>
        <location filename="presets/diffusion-swiss-roll.json"/>
        <source>Noise becomes a roll</source>
        <translation>噪声变成瑞士卷</translation>
    </message>
    <message>
        <location filename="presets/digits-autoencoder.json"/>
        <source>Digits through a narrow place</source>
        <translation>数字穿过窄口</translation>
    </message>
    <message>
        <location filename="presets/digits-autoencoder.json"/>
        <source>The network has to paint each digit again after squeezing its 64 pixels through 8 numbers. Nobody tells it which digit it is. Compare input and reconstruction: what is lost is what 8 numbers cannot say. Make the code narrower, and see what goes first.</source>
        <translation>网络要把每个数字的 64 个像素压缩成 8 个数，再重新画出来。没有人告诉它是哪个数字。比较输入与重建：丢失的正是 8 个数说不清的东西。把编码再变窄，看看最先丢失什么。</translation>
    </message>
    <message>
        <location filename="presets/digits-cnn.json"/>
        <source>Press Play and watch: the first convolution finds edges, the pooling makes the picture smaller, the second convolution finds parts of digits, and the last layer votes. Then look at its mistakes under predictions: would you have read them?</source>
        <translation>点“开始”并观察：第一个卷积层找出边缘，池化把图像缩小，第二个卷积层找出数字的局部，最后一层投票。然后在“测试集预测”中看看它认错的数字：换成您，认得出来吗？</translation>
    </message>
    <message>
        <location filename="presets/digits-cnn.json"/>
        <source>Reading handwritten digits</source>
        <translation>识别手写数字</translation>
    </message>
    <message>
        <location filename="presets/digits-mlp.json"/>
        <source>Digits without convolution</source>
        <translation>不用卷积识别数字</translation>
    </message>
    <message>
        <location filename="presets/digits-mlp.json"/>
        <source>The picture is flattened to 64 numbers and the network no longer knows which pixels are neighbours. It still reads more than 96 % of the digits. Compare its number of parameters and its mistakes with those of the convolutional network.</source>
        <translation>图像被展平成 64 个数，网络不再知道哪些像素相邻，却仍能认出 96% 以上的数字。请把它的参数量和所犯的错误与卷积网络比较一下。</translation>
    </message>
    <message>
        <location filename="presets/digits-repeat.json"/>
        <source>Four blocks in one card</source>
        <translation>一张卡片，四个残差块</translation>
    </message>
    <message>
        <location filename="presets/digits-repeat.json"/>
        <source>The card Residual holds two convolutions with a shortcut around them, four times in a row. Press Enter on it to open it: what you change inside changes in all four. Then set its repeat to 1 or to 8 and play again: what do more layers give, and what do they cost?</source>
        <translation>卡片 Residual 里是两个卷积层加一条捷径连接，连续重复四次。选中它按 Enter 打开：在里面所作的修改对四份全都有效。然后把重复次数设为 1 或 8，再次训练：层数增加带来了什么，又付出了什么代价？</translation>
    </message>
    <message>
        <location filename="presets/digits-resnet.json"/>
        <source>Digits with shortcuts</source>
        <translation>用捷径连接识别数字</translation>
    </message>
    <message>
        <location filename="presets/digits-resnet.json"/>
        <source>Each shortcut adds the input of two convolutions to their output, so a block only has to learn what to change, and gradients reach the first layer undiminished. Delete the wire into an add and play again: compare how fast the loss falls.</source>
        <translation>每条捷径把两个卷积层的输入加到它们的输出上，于是每个残差块只需学习要改变什么，梯度也能毫不衰减地传到第一层。请删除通向某个“相加”的捷径连线，再次训练，比较损失下降的快慢。</translation>
    </message>
    <message>
        <location filename="presets/digits-vae.json"/>
        <source>All digits on one map</source>
        <translation>所有数字在一张图上</translation>
    </message>
    <message>
        <location filename="presets/digits-vae.json"/>
        <source>The upper network writes each digit as a small cloud in a plane, the lower one paints a digit from any point of it. Both share one loss: paint well, and keep the clouds near the middle. On the map of codes neighbours look alike, and between two digits lies something of both.</source>
        <translation>上面的网络把每个数字写成平面上的一小团，下面的网络从任意一点画出一个数字。两者共用一个损失：画得好，并让各团靠近中心。在编码平面上，相邻的看起来相似，两个数字之间则两者兼有。</translation>
    </message>
    <message>
        <location filename="presets/forecast-lstm.json"/>
        <source>A delay equation makes a chaotic series: fully determined, and never twice the same. From the last 50 values the LSTM predicts the next one. It is tested on the end of the series, which comes after everything it was trained on. In predictions the points should lie on the diagonal.</source>
        <translation>一个时滞方程产生混沌序列：完全确定，却从不重复。LSTM 根据最近 50 个值预测下一个。测试用的是序列的末尾，它在所有训练数据之后。在预测视图中，点应落在对角线上。</translation>
    </message>
    <message>
        <location filename="presets/forecast-lstm.json"/>
        <source>Forecast: the series of Mackey and Glass</source>
        <translation>预测：Mackey 与 Glass 的序列</translation>
    </message>
    <message>
        <location filename="presets/gan-digits.json"/>
        <source>A forger learns to write digits</source>
        <translation>伪造者学写数字</translation>
    </message>
    <message>
        <location filename="presets/gan-digits.json"/>
        <source>The upper network paints pictures from noise and never sees a real digit; it only hears how sure the lower one is. Watch the samples: strokes after some seconds, digits after a minute. The losses do not fall: the two keep each other in balance.</source>
        <translation>上面的网络用噪声画图，从没见过真实的数字，只知道下面的网络有多大把握。请观察样本：几秒后出现笔画，一分钟后出现数字。两者的损失都不会下降，因为它们相互制衡。</translation>
    </message>
    <message>
        <location filename="presets/gan-grid.json"/>
        <source>A forger on a grid of 25 clouds</source>
        <translation>25 个点团的网格上的伪造者</translation>
    </message>
    <message>
        <location filename="presets/gan-grid.json"/>
        <source>The ring has eight clouds, this grid has 25, and a forger that has settled on some has little reason to look for the others: it finds about 20, and nine of ten samples lie in one. While they are fewer than half, the training doctor warns. In the plane see which clouds stay empty, and where the warped grid stretches between those it found. Try more steps, a third of the rates, or Minibatch Stddev before the verdict.</source>
        <translation>高斯环有八个点团，这个网格有 25 个；伪造者一旦安于其中一些，就没有多少理由去找其余的：它大约找到 20 个，十个样本中有九个落在某个点团里。不足一半时，训练诊断会提醒。在平面上看看哪些点团是空的，变形的网格又在已找到的点团之间怎样伸展。试一试：更多步数、三分之一的学习率，或在判定之前放一个“小批量标准差”。</translation>
    </message>
    <message>
        <location filename="presets/gan-ring.json"/>
        <source>A forger finds eight clouds</source>
        <translation>伪造者寻找八团点云</translation>
    </message>
    <message>
        <location filename="presets/gan-ring.json"/>
        <source>The upper network turns two random numbers into a point, the lower one tells real points from forged ones. In the plane the grid is the noise, warped: the forger folds it until its cells crowd into all eight clouds and hardly anything lies between. Slow the discriminator down, or let only one of them learn, and see clouds get lost.</source>
        <translation>上面的网络把两个随机数变成一个点，下面的网络分辨真点与伪造的点。平面上的网格就是变形后的噪声：伪造者不断折叠它，直到格子都挤进八个点团，中间几乎空无一物。让判别器慢下来，或只让其中一个学习，看看点团如何丢失。</translation>
    </message>
    <message>
        <location filename="presets/gpt-addition.json"/>
        <source>A small GPT adds</source>
        <translation>小型 GPT 做加法</translation>
    </message>
    <message>
        <location filename="presets/gpt-addition.json"/>
        <source>Two numbers of two digits, and the sum written from its last digit on, as on paper: so each carry is known before it is needed. The network sees 6,400 of the 10,000 sums and adds the others too. Switch reverse_sum off and compare how long it takes.</source>
        <translation>两个两位数相加，和从最后一位开始写，就像列竖式：这样每个进位在需要之前就已知道。网络见过 10,000 个加法中的 6,400 个，其余的也会算。关闭 reverse_sum，比较要花多久。</translation>
    </message>
    <message>
        <location filename="presets/gpt-char.json"/>
        <source>A GPT of four layers learns to write</source>
        <translation>四层 GPT 学习写作</translation>
    </message>
    <message>
        <location filename="presets/gpt-char.json"/>
        <source>Four layers of a Transformer read Python's own help letter by letter, each step looking back at up to 64 letters. Watch the view Writer while it learns, and compare with the LSTM: attention looks back at every letter, where a memory has to carry all it needs.</source>
        <translation>四层 Transformer 逐个字母地阅读 Python 自带的帮助文档，每一步最多回看 64 个字母。学习时请看“写作”视图，并与 LSTM 比较：注意力可以回看每个字母，而记忆必须带着它需要的一切。</translation>
    </message>
    <message>
        <location filename="presets/gpt-sort.json"/>
        <source>A small GPT sorts digits</source>
        <translation>小型 GPT 给数字排序</translation>
    </message>
    <message>
        <location filename="presets/gpt-sort.json"/>
        <source>Three layers of a Transformer read six digits and write them again in order. Only what comes after the sign &gt; is trained, one token after the other. At least 99 % of questions it has never seen are answered without a single mistake. Write a question of your own in the view Writer, such as 413905&gt;.</source>
        <translation>三层 Transformer 读六个数字，再按顺序写出来。只训练符号 &gt; 之后的部分，一个词元接一个词元。从未见过的题目中至少 99% 回答得一个错也没有。请在“写作”视图中写一道自己的题，例如 413905&gt;。</translation>
    </message>
    <message>
        <location filename="presets/induction-heads.json"/>
        <source>Random pairs come back in another order: after A there was B, so after A comes B again. Nothing can be learned by heart. A head of the first layer notes which symbol stood before, a head of the second looks for the same symbol and copies what followed: an induction head. The loss falls in one sudden step.</source>
        <translation>随机的对换个顺序再次出现：A 之后曾是 B，所以 A 之后又是 B。什么都无法死记。第一层的一个头记下前一个是什么符号，第二层的一个头寻找同样的符号并照抄其后的内容：这就是归纳头。损失会突然下降一大步。</translation>
    </message>
    <message>
        <location filename="presets/induction-heads.json"/>
        <source>Two layers find the last time</source>
        <translation>两层网络找到上一次</translation>
    </message>
    <message>
        <location filename="presets/iris-mlp.json"/>
        <source>From the length and width of sepals and petals the network tells three kinds of iris apart. Look at the confusion: setosa is easy, the other two overlap. Which flowers does it get wrong, and how sure is it?</source>
        <translation>网络根据花萼和花瓣的长与宽，区分三种鸢尾花。请看混淆矩阵：山鸢尾很容易，另外两种相互重叠。哪些花认错了？网络又有多大把握？</translation>
    </message>
    <message>
        <location filename="presets/iris-mlp.json"/>
        <source>Iris: three flowers, four measurements</source>
        <translation>鸢尾花：三种花，四项测量值</translation>
    </message>
    <message>
        <location filename="presets/mode-collapse.json"/>
        <source>A hasty forger makes one thing only</source>
        <translation>急躁的伪造者只会造一种东西</translation>
    </message>
    <message>
        <location filename="presets/mode-collapse.json"/>
        <source>Mode collapse, on purpose: the generator learns four times as fast as the discriminator. It runs to wherever it fools best just now, all its samples together, and the discriminator only ever chases it away. Try: swap the two rates; train the discriminator 3 times a step; put Minibatch Stddev before the verdict; three hidden layers of 128 in both.</source>
        <translation>有意造成的模式坍缩：生成器的学习速度是判别器的四倍。它的全部样本一起跑向眼下最能骗过对手的地方，判别器只能一再把它赶走。试一试：对调两个学习率；每步训练判别器 3 次；在判定之前放一个“小批量标准差”；两个网络都用三个 128 个单元的隐藏层。</translation>
    </message>
    <message>
        <location filename="presets/overfit-demo.json"/>
        <source>Forty noisy points and five thousand weights: the training loss falls to nothing while the test loss turns and climbs. The surface shows why: islands around single points. Then make it better: more samples, fewer neurons, dropout, weight decay, or early stopping.</source>
        <translation>四十个带噪声的点，五千个权重：训练损失降到几乎为零，测试损失却掉头上升，这就是过拟合。决策面说明了原因：单个的点周围出现了孤岛。接着请设法改进：更多样本、更少神经元、Dropout、权重衰减或早停。</translation>
    </message>
    <message>
        <location filename="presets/overfit-demo.json"/>
        <source>Learning by heart</source>
        <translation>死记硬背</translation>
    </message>
    <message>
        <location filename="presets/spiral-mlp.json"/>
        <source>Two arms wind around each other, so the network has to bend its border again and again. Watch the surface: first it cuts the plane in two, then it follows the arms. Remove the second hidden layer and see how much harder it gets.</source>
        <translation>两条旋臂相互缠绕，网络必须让边界一弯再弯。请观察决策面：它先把平面一分为二，然后沿着旋臂延伸。去掉第二个隐藏层，看看会难多少。</translation>
    </message>
    <message>
        <location filename="presets/spiral-mlp.json"/>
        <source>Two spirals</source>
        <translation>双螺旋</translation>
    </message>
    <message>
        <location filename="presets/vanishing-gradients.json"/>
        <source>A plain RNN is to add two numbers that are marked among sixty. Look at Memory X-ray: the axis is logarithmic and the line falls straight, so each step back takes away about the same share of the gradient, and after thirty steps less than a thousandth is left. Gradient by depth sees little of it: it is lost over the steps, within one block. What was read long ago is not learned: the error stays near 0.167, that of always answering 1. Then put an LSTM in its place, or open adding-lstm, and look again when its error has fallen: the line lies nearly flat.</source>
        <translation>一个普通 RNN 要把六十个数中标出的两个数相加。看“记忆透视”：纵轴是对数的，线笔直下降，所以每往回一步，梯度都减少大约同样的比例，三十步之后只剩不到千分之一。“梯度随深度的变化”几乎看不出来：梯度是在一个模块内部、沿着步消失的。很久以前读到的东西学不会：误差停在 0.167 附近，也就是永远回答 1 的误差。然后换上 LSTM，或打开 adding-lstm，等误差下降后再看：线几乎是平的。</translation>
    </message>
    <message>
        <location filename="presets/vanishing-gradients.json"/>
        <source>Vanishing gradients, seen</source>
        <translation>看见梯度消失</translation>
    </message>
    <message>
        <location filename="presets/vit-digits.json"/>
        <source>A picture read like a sentence</source>
        <translation>像读句子一样读图片</translation>
    </message>
    <message>
        <location filename="presets/vit-digits.json"/>
        <source>Each digit is cut into 16 squares of 2 by 2 pixels, a sequence like the words of a sentence. A Linear block turns each square into 32 numbers, a learned row says where it stood, and two Transformer blocks let every square look at all others. The view Attention shows which squares a head looks at. Then mute the block place and play again: of a bag of squares in any order, about a quarter of the digits is read wrong.</source>
        <translation>每个数字被切成 16 个 2×2 像素的小方块，排成一个序列，就像句子里的词。线性层把每个方块变成 32 个数，一行学到的数说明它原来的位置，两个 Transformer 模块让每个方块看到所有其他方块。“注意力”视图显示一个头在看哪些方块。然后绕过模块 place 再运行一次：只有一袋不分次序的方块时，大约四分之一的数字会读错。</translation>
    </message>
    <message>
        <location filename="presets/wgan-gp-ring.json"/>
        <source>A critic that measures distance</source>
        <translation>测量距离的评判者</translation>
    </message>
    <message>
        <location filename="presets/wgan-gp-ring.json"/>
        <source>Wasserstein distance with gradient penalty: the discriminator gives scores instead of logits, and the penalty keeps its slope near 1, so that it tells the way from anywhere. It learns 4 times a step. All eight clouds are found early and get equal shares; the price are more samples on the way between them than with the usual loss. The penalty's weight is 0.1, for data this small; with 10 far fewer samples end in the clouds.</source>
        <translation>带梯度惩罚的 Wasserstein 距离：判别器给出分数而不是 logit，惩罚使它的斜率接近 1，因此从任何地方都能指明方向。它每步学习 4 次。八个点团很早就全部找到，并得到同样的份额；代价是落在点团之间路上的样本比通常的损失更多。惩罚的权重为 0.1，适合这样小的数据；用 10 时落入点团的样本少得多。</translation>
    </message>
    <message>
        <location filename="presets/xor-mlp.json"/>
        <source>Press Play: six hidden neurons learn to separate the opposite quadrants. Then delete the blocks hidden and act, wire x to out and play again: one straight line cannot do it.</source>
        <translation>点“开始”：六个隐藏神经元学着分开相对的象限。然后删除模块 hidden 和 act，把 x 连到 out，再次训练：一条直线做不到。</translation>
    </message>
    <message>
        <location filename="presets/xor-mlp.json"/>
        <source>XOR needs a hidden layer</source>
        <translation>异或需要隐藏层</translation>
    </message>
</context>
</TS>
