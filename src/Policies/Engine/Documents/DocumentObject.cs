using System.Text.Json;
using Jint.Native;

namespace Gates.Policies.Engine.Documents;

/// <summary>What a policy sees of one document of a file. Its nodes are read when it first looks.</summary>
internal sealed class DocumentObject(DocumentObjects documents, JsonElement json)
    : HostObject(documents.Engine, documents.DocumentPrototype)
{
    private static readonly string[] AllNames = ["path", "index", "root"];

    private NodeModel? root;

    public string Path { get; } = json.GetProperty("path"u8).GetString()!;

    public NodeModel Root => root ??= NodeModel.Read(json.GetProperty("root"u8));

    protected override IReadOnlyList<string> Names => AllNames;

    protected override string Has => "a document has path, index and root, find and get";

    protected override string Hint(string name) => NodeObject.AllNames.Contains(name, StringComparer.Ordinal)
        ? $"; its root has {name}: write root.{name}, or get(\"{name}\") for the key"
        : base.Hint(name);

    protected override JsValue Make(string name) => name switch
    {
        "path" => new JsString(Path),
        "index" => JsNumber.Create(json.GetProperty("index"u8).GetInt32()),
        _ => documents.Face(Path, Root),
    };
}
