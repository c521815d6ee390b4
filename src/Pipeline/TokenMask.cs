using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Pipeline;

/// <summary>
/// Takes keys and tokens of known shape out of what gates collect: an image's tag, a command or an address may hold one, and what is evidence is told, kept and
/// signed. Before the policy judges, so that the same evidence gives the same judgement ever after.
/// </summary>
/// <param name="finder">Makes what finds them; one for each gate, since they run side by side.</param>
internal sealed class TokenMask(Func<ISecretFinder> finder)
{
    /// <value>What stands in the place of one.</value>
    public const string Mask = "•••";

    private const int MaxDepth = 1000;

    /// <summary>A text with each of its tokens masked.</summary>
    /// <exception cref="EvaluationException">It is not known what must be masked.</exception>
    public static string Apply(ISecretFinder finder, string path, string text) => Without(finder.Find(path, text), text);

    /// <exception cref="EvaluationException">It is not known what must be masked, or it cannot be.</exception>
    public Evidence Apply(Evidence evidence)
    {
        var text = evidence.Facts.GetRawText();
        var found = finder().Find("evidence.json", text);
        if (found.Count == 0)
        {
            return evidence;
        }

        try
        {
            using var facts = JsonDocument.Parse(Without(found, text), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return evidence with { Facts = facts.RootElement.Clone() };
        }
        catch (JsonException e)
        {
            throw new EvaluationException(
                "what was collected holds a secret that cannot be masked; take it out of the file, or leave the file out with `exclude`", e);
        }
    }

    private static string Without(IReadOnlyList<string> tokens, string text) =>
        tokens.OrderByDescending(token => token.Length).Aggregate(text, static (left, token) => left.Replace(token, Mask, StringComparison.Ordinal));
}
