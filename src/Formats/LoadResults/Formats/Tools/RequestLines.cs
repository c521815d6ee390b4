using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats.Tools;

/// <summary>Reads results with a line a request, whichever tool wrote them.</summary>
/// <param name="format">What the format is called.</param>
/// <param name="line">What a line is, in words that follow "is no".</param>
internal sealed class RequestLines(string format, string line)
{
    private const int BetweenChecks = 4096;

    /// <summary>Adds the request of a line, if it holds one.</summary>
    internal delegate bool Adder(ReadOnlySpan<byte> text, int number, RequestCollector requests);

    /// <param name="input">The file.</param>
    /// <param name="needs">What is wanted of it.</param>
    /// <param name="heads">How many lines stand before the first request.</param>
    /// <param name="add">See <see cref="Adder"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="EvaluationException">A line is none, and not the last one of a run that was cut off.</exception>
    public LoadRun Read(LoadInput input, MetricNeeds needs, int heads, Adder add, CancellationToken cancellationToken)
    {
        using var content = input.Open();
        var requests = new RequestCollector(input.Path, needs);
        var lines = new ByteLines(content, input.Path);
        while (lines.MoveNext())
        {
            if (lines.Number % BetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (lines.Number <= heads || lines.Current.IsEmpty || add(lines.Current, lines.Number, requests))
            {
                continue;
            }

            if (!lines.IsCutOff)
            {
                throw new EvaluationException(string.Create(CultureInfo.InvariantCulture, $"{input.Path}:{lines.Number}: is no {line}"));
            }

            requests.Doubt(string.Create(CultureInfo.InvariantCulture, $"the file ends in the middle of line {lines.Number}, so the run was cut off"));
        }

        return requests.ToRun(format);
    }
}
