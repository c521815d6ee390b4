using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Runner.Cases;
using Shouldly;

namespace Runner.Tests.Pipeline.Facts;

/// <summary>Runs the facts gate over files that exist only in a test.</summary>
internal static class Collected
{
    /// <summary>All facts of one kind.</summary>
    public static async Task<JsonElement> FactsAsync(string kind, params (string Path, string Text)[] files)
    {
        var tree = new CaseTree(files.Select(file => KeyValuePair.Create(file.Path, Encoding.UTF8.GetBytes(file.Text))));
        var gate = new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [kind] = ["**"] }));
        return (await gate.InspectAsync(new GateContext(tree, ChangeSet.None, default), CancellationToken.None)).Facts.GetProperty(kind);
    }

    /// <summary>The facts of the only file.</summary>
    public static async Task<JsonElement> OneAsync(string kind, string path, string text)
    {
        var facts = await FactsAsync(kind, (path, text));
        facts.GetArrayLength().ShouldBe(1);
        return facts[0];
    }

    /// <summary>Why a file is refused, without the advice that follows every refusal.</summary>
    public static async Task<string> RefusalAsync(string kind, string path, string text)
    {
        var message = (await Should.ThrowAsync<EvaluationException>(() => FactsAsync(kind, (path, text)))).Message;
        var advice = message.IndexOf(". Mend it", StringComparison.Ordinal);
        advice.ShouldBeGreaterThan(0, message);
        return message[..advice];
    }

    /// <summary>Some properties as JSON, with the characters that a person would write.</summary>
    public static string Json(this JsonElement element, params string[] keys) => string.Join(' ', keys.Select(key => Write(element.GetProperty(key))));

    private static string Write(JsonElement element)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
