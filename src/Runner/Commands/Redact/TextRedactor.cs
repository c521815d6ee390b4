using System.Text;
using Gates.Pipeline;

namespace Gates.Runner.Commands.Redact;

/// <summary>Puts a mark in the place of every value that is found, and counts them by rule.</summary>
/// <param name="finder">Finds the values.</param>
/// <param name="kept">Rules whose values stay.</param>
internal sealed class TextRedactor(ISecretFinder finder, IReadOnlyCollection<string> kept)
{
    /// <value>Some rules go by the file's name; a stream has none.</value>
    private const string Path = "stream.log";

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <value>How many values of each rule were replaced.</value>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The places to replace, in order and without overlaps; where two values share bytes, both go.</summary>
    /// <exception cref="Gates.Formats.Foundation.EvaluationException">The text could not be searched to its end.</exception>
    public IReadOnlyList<FoundSecret> Locate(ReadOnlySpan<byte> text)
    {
        var places = new List<FoundSecret>();
        foreach (var found in finder.Locate(Path, text))
        {
            if (kept.Contains(found.Rule))
            {
                continue;
            }

            if (places.Count > 0 && places[^1] is var last && found.Start < last.Start + last.Length)
            {
                places[^1] = last with { Length = Math.Max(last.Length, found.Start + found.Length - last.Start) };
            }
            else
            {
                places.Add(found);
            }
        }

        return places;
    }

    /// <summary>Writes the text from <paramref name="from"/> to <paramref name="to"/>; no place lies over either.</summary>
    public void Write(ReadOnlySpan<byte> text, int from, int to, IReadOnlyList<FoundSecret> places, Stream output)
    {
        foreach (var place in places.Where(place => place.Start >= from && place.Start < to))
        {
            output.Write(text[from..place.Start]);
            output.Write(Encoding.ASCII.GetBytes(Mark(place.Rule)));
            Count(place.Rule);
            from = place.Start + place.Length;
        }

        output.Write(text[from..to]);
    }

    /// <summary>A text without its values.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is called where it stands: a key says much about a value.</param>
    public string Redact(string text, string name)
    {
        var own = Replace(text, 0);
        return own != text || name.Length == 0 ? own : Replace($"{name} = \"{text}\"", name.Length + 4, 1) is var quoted && quoted != text
            ? quoted
            : Replace($"{name}: {text}", name.Length + 2);
    }

    private static string Mark(string rule) => $"[{rule}]";

    private string Replace(string text, int before, int after = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var (first, last) = (Encoding.UTF8.GetByteCount(text.AsSpan(0, before)), bytes.Length - after);
        var places = Locate(bytes).Where(place => place.Start >= first && place.Start + place.Length <= last).ToArray();
        var output = new MemoryStream();
        Write(bytes, first, last, places, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private void Count(string rule) => counts[rule] = counts.GetValueOrDefault(rule) + 1;
}
