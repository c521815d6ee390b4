using System.Text.Json;
using Gates.Policies.Engine.Documents;
using Jint.Native;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>JSON to script values; parsed documents become objects that open only when a policy looks.</summary>
internal sealed class FactReader(JintEngine engine, DocumentObjects documents)
{
    public JsValue Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => documents.TryRead(element) ?? ReadObject(element),
        JsonValueKind.Array => NewArray(engine, element.EnumerateArray().Select(Read)),
        _ => ReadScalar(element),
    };

    public static JsValue ReadScalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => new JsString(element.GetString()!),
        JsonValueKind.Number => JsNumber.Create(element.GetDouble()),
        JsonValueKind.True => JsBoolean.True,
        JsonValueKind.False => JsBoolean.False,
        JsonValueKind.Null => JsValue.Null,
        _ => JsValue.Undefined,
    };

    /// <summary>An ordinary, changeable array.</summary>
    public static JsValue NewArray(JintEngine engine, IEnumerable<JsValue> values) => new JsArray(engine, [.. values]);

    private JsObject ReadObject(JsonElement element)
    {
        var result = new JsObject(engine);
        foreach (var property in element.EnumerateObject())
        {
            result.FastSetDataProperty(property.Name, Read(property.Value));
        }

        return result;
    }
}
