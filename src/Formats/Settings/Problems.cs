using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Formats.Settings;

/// <summary>Gathers everything that is wrong with a file, so that its author hears it all at once.</summary>
internal sealed class Problems(string path)
{
    /// <summary>More than this many lines help nobody.</summary>
    internal const int Shown = 20;

    private readonly List<(Place Place, string Text)> found = [];

    public bool Any => found.Count > 0;

    public int Count => found.Count;

    /// <value>One line each, in the order of the file.</value>
    public IReadOnlyList<string> All => [.. found.OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column).Select(p => Where(p.Place) + p.Text)];

    public void Add(DocumentNode node, string key, string message) => Add(Place.From(node), key, message);

    public void Add(Place place, string key, string message) => Add(place, $"key `{key}`: {message}");

    public void Add(Place place, string message) => found.Add((place, message));

    /// <exception cref="UsageException">Something is wrong: one line each, in the order of the file.</exception>
    public void ThrowIfAny()
    {
        if (found.Count == 0)
        {
            return;
        }

        var all = All;
        var lines = all.Take(Shown).ToList();
        if (found.Count > Shown)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Say.Path(path)}: and {found.Count - Shown} more"));
        }

        throw new UsageException(string.Join('\n', lines), all);
    }

    /// <summary>The same for several files, each with its problems.</summary>
    /// <exception cref="UsageException">Something is wrong with one of them.</exception>
    public static void ThrowIfAny(IEnumerable<Problems> files)
    {
        var messages = new List<string>();
        foreach (var file in files.Where(file => file.Any).Take(Shown))
        {
            try
            {
                file.ThrowIfAny();
            }
            catch (UsageException e)
            {
                messages.Add(e.Message);
            }
        }

        if (messages.Count > 0)
        {
            throw new UsageException(string.Join('\n', messages));
        }
    }

    private string Where(Place place) => place.Line == 0
        ? Say.Path(path) + ": "
        : string.Create(CultureInfo.InvariantCulture, $"{Say.Path(path)}:{place.Line}:{place.Column}: ");
}
