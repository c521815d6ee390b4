using System.Globalization;
using System.Text.Json;
using Gates.Policies.Engine.Documents;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>JSON to script values; parsed documents become objects that open only when a policy looks.</summary>
internal sealed class FactReader(JintEngine engine, DocumentObjects documents)
{
    public JsValue Read(JsonElement element) => Read(element, withDocuments: true);

    /// <summary>Reads JSON that came from a script, where an object is only an object.</summary>
    public JsValue ReadPlain(JsonElement element) => Read(element, withDocuments: false);

    private JsValue Read(JsonElement element, bool withDocuments) => element.ValueKind switch
    {
        JsonValueKind.Object => (withDocuments ? documents.TryRead(element) : null) ?? ReadObject(element, withDocuments),
        JsonValueKind.Array => NewArray(engine, element.EnumerateArray().Select(item => Read(item, withDocuments))),
        JsonValueKind.String => new JsValue(element.GetString()!),
        JsonValueKind.Number => new JsValue(element.GetDouble()),
        JsonValueKind.True => JsValue.True,
        JsonValueKind.False => JsValue.False,
        JsonValueKind.Null => JsValue.Null,
        _ => JsValue.Undefined,
    };

    public static ObjectInstance NewObject(JintEngine engine) => engine.Object.Construct(Arguments.Empty);

    /// <summary>An ordinary, changeable array.</summary>
    public static JsValue NewArray(JintEngine engine, IEnumerable<JsValue> values)
    {
        var array = engine.Array.Construct(Arguments.Empty);
        var length = 0;
        foreach (var value in values)
        {
            array.FastSetProperty(length.ToString(CultureInfo.InvariantCulture), new PropertyDescriptor(value, true, true, true));
            length++;
        }

        array.FastSetProperty("length", new PropertyDescriptor(new JsValue(length), true, false, false));
        return new JsValue(array);
    }

    private JsValue ReadObject(JsonElement element, bool withDocuments)
    {
        var result = NewObject(engine);
        foreach (var property in element.EnumerateObject())
        {
            result.FastAddProperty(property.Name, Read(property.Value, withDocuments), true, true, true);
        }

        return new JsValue(result);
    }
}
