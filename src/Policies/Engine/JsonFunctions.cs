using System.Text.Json;
using Jint.Native;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>A <c>JSON.parse</c> whose errors scripts can catch; the engine's own lets a parser exception through. The library adds the reviver.</summary>
internal static class JsonFunctions
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 500 };

    public static JsValue Parse(JintEngine engine, FactReader facts, JsValue[] arguments)
    {
        var text = TypeConverter.ToString(arguments.Length > 0 ? arguments[0] : JsValue.Undefined);
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return facts.ReadPlain(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new JavaScriptException(engine.SyntaxError, "this is not JSON: " + e.Message);
        }
    }
}
