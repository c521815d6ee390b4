using Gates.Formats.Foundation;

namespace Gates.Pipeline;

/// <summary>Finds secrets and personal data in a text.</summary>
internal interface ISecretFinder
{
    /// <param name="path">The file that the text is from; some values are only looked for in certain files.</param>
    /// <param name="text">Any text.</param>
    /// <returns>The values as they stand in the text. They must go nowhere.</returns>
    /// <exception cref="EvaluationException">The text could not be searched to its end.</exception>
    IReadOnlyList<string> Find(string path, string text);
}
