using System.Text.Json;
using Jint.Native;
using Jint.Native.Object;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine.Documents;

/// <summary>Makes the script objects for the documents of one judgement.</summary>
internal sealed class DocumentObjects
{
    public DocumentObjects(JintEngine engine)
    {
        Engine = engine;
        NodePrototype = NodeMethods.NewNodePrototype(this);
        DocumentPrototype = NodeMethods.NewDocumentPrototype(this);
    }

    public JintEngine Engine { get; }

    public ObjectInstance NodePrototype { get; }

    public ObjectInstance DocumentPrototype { get; }

    private Dictionary<string, NodePattern> Patterns { get; } = new(StringComparer.Ordinal);

    /// <returns><see langword="null"/> when this is an ordinary object.</returns>
    public JsValue? TryRead(JsonElement element) =>
        element.TryGetProperty("$doc"u8, out var mark) && mark.ValueKind == JsonValueKind.True
            ? new DocumentObject(this, element)
            : null;

    public JsValue Face(string path, NodeModel? node) =>
        node is null ? JsValue.Undefined : node.Face ??= new NodeObject(this, path, node);

    /// <summary>A scalar's value; a map as a plain object, a sequence as an array, all the way down.</summary>
    public JsValue ValueOf(NodeModel node)
    {
        switch (node.Kind)
        {
            case ObjectKind.Sequence:
                return FactReader.NewArray(Engine, node.Children.Select(ValueOf));
            case ObjectKind.Map:
                var map = new JsObject(Engine);
                var repeated = node.Children.Where(child => child.Occurrence is not null).ToLookup(child => child.Key, StringComparer.Ordinal);
                foreach (var child in node.Children.Where(child => child.Occurrence is null or 0))
                {
                    var value = child.Occurrence is null ? ValueOf(child) : FactReader.NewArray(Engine, repeated[child.Key].Select(ValueOf));
                    map.FastSetDataProperty(child.Key!, value);
                }

                return map;
            default:
                return FactReader.ReadScalar(node.Json.GetProperty("value"u8));
        }
    }

    /// <exception cref="MisuseException">The pattern cannot be read.</exception>
    public NodePattern Pattern(string text)
    {
        if (!Patterns.TryGetValue(text, out var pattern))
        {
            try
            {
                pattern = NodePattern.Parse(text);
            }
            catch (FormatException e)
            {
                throw new MisuseException($"\"{Texts.Shorten(text, 100)}\" is not a pattern: {e.Message}");
            }

            Patterns[text] = pattern;
        }

        return pattern;
    }
}
