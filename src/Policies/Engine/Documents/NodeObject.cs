using System.Text.Json;
using Jint.Native;

namespace Gates.Policies.Engine.Documents;

/// <summary>What a policy sees of a <see cref="NodeModel"/>.</summary>
internal sealed class NodeObject(DocumentObjects documents, string path, NodeModel model)
    : HostObject(documents.Engine, documents.NodePrototype)
{
    public static IReadOnlyList<string> AllNames { get; } =
        ["kind", "path", "line", "column", "value", "text", "key", "keyLine", "keyColumn", "pointer", "parent"];

    public NodeModel Model { get; } = model;

    public string Path { get; } = path;

    protected override IReadOnlyList<string> Names => AllNames;

    protected override string Has => $"a node has {string.Join(", ", AllNames)}, find, get, has, keys and items";

    protected override JsValue Make(string name) => name switch
    {
        "kind" => new JsString(Model.Kind switch { ObjectKind.Map => "map", ObjectKind.Sequence => "seq", _ => "scalar" }),
        "path" => new JsString(Path),
        "line" => JsNumber.Create(Model.Line),
        "column" => JsNumber.Create(Model.Column),
        "value" => documents.ValueOf(Model),
        "text" => TextOf(Model),
        "key" => Model.Key is null ? JsValue.Undefined : new JsString(Model.Key),
        "keyLine" => Model.KeyLine is { } line ? JsNumber.Create(line) : JsValue.Undefined,
        "keyColumn" => Model.KeyColumn is { } column ? JsNumber.Create(column) : JsValue.Undefined,
        "pointer" => new JsString(Model.Pointer()),
        _ => documents.Face(Path, Model.Parent),
    };

    private static JsValue TextOf(NodeModel model)
    {
        if (model.Kind != ObjectKind.Scalar)
        {
            return JsValue.Undefined;
        }

        var value = model.Json.GetProperty("value"u8);
        return new JsString(model.Json.TryGetProperty("text"u8, out var text)
            ? text.GetString()!
            : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
    }
}

internal enum ObjectKind
{
    Map,
    Sequence,
    Scalar,
}
