using System.Text.Json;
using Jint.Native;

namespace Gates.Policies.Engine.Documents;

/// <summary>What a policy sees of a <see cref="NodeModel"/>.</summary>
internal sealed class NodeObject(DocumentObjects documents, string path, NodeModel model)
    : LazyObject(documents.Engine, documents.NodePrototype)
{
    private static readonly string[] AllNames =
        ["kind", "path", "line", "column", "value", "text", "key", "keyLine", "keyColumn", "pointer", "parent"];

    public NodeModel Model { get; } = model;

    public string Path { get; } = path;

    protected override IReadOnlyList<string> Names => AllNames;

    protected override JsValue Make(string name) => name switch
    {
        "kind" => new JsValue(Model.Kind switch { NodeKind.Map => "map", NodeKind.Sequence => "seq", _ => "scalar" }),
        "path" => new JsValue(Path),
        "line" => new JsValue(Model.Line),
        "column" => new JsValue(Model.Column),
        "value" => documents.ValueOf(Model),
        "text" => TextOf(Model),
        "key" => Model.Key is null ? JsValue.Undefined : new JsValue(Model.Key),
        "keyLine" => Model.KeyLine is { } line ? new JsValue(line) : JsValue.Undefined,
        "keyColumn" => Model.KeyColumn is { } column ? new JsValue(column) : JsValue.Undefined,
        "pointer" => new JsValue(Model.Pointer()),
        _ => documents.Face(Path, Model.Parent),
    };

    private static JsValue TextOf(NodeModel model)
    {
        if (model.Kind != NodeKind.Scalar)
        {
            return JsValue.Undefined;
        }

        var value = model.Json.GetProperty("value");
        return new JsValue(model.Json.TryGetProperty("text", out var text)
            ? text.GetString()!
            : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
    }
}
