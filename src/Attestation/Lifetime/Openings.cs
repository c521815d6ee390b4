using System.Globalization;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Lifetime;

/// <summary>What opens commitments, by the year of the log that holds them, so that a year's openings can go with its evidence.</summary>
internal sealed class Openings
{
    private const string Extension = ".json";

    private readonly SortedDictionary<int, IReadOnlyDictionary<string, Opening>> years = [];

    private Openings(IEnumerable<(int Year, Opening Opening)> all)
    {
        foreach (var year in all.GroupBy(one => one.Year))
        {
            years[year.Key] = year.DistinctBy(one => one.Opening.Disclosure.Digest, StringComparer.Ordinal)
                .ToDictionary(one => one.Opening.Disclosure.Digest, one => one.Opening, StringComparer.Ordinal);
        }
    }

    public static Openings None { get; } = new([]);

    public IEnumerable<(int Year, Opening Opening)> All => years.SelectMany(year => year.Value.Values.Select(opening => (year.Key, opening)));

    /// <value>As files: one a year.</value>
    public IReadOnlyDictionary<string, byte[]?> Files => years.ToDictionary(
        year => year.Key.ToString("D4", CultureInfo.InvariantCulture) + Extension,
        byte[]? (year) => DisclosureFile.Write(year.Value.Values.Select(opening => opening.Disclosure)),
        StringComparer.Ordinal);

    /// <exception cref="EvidenceFormatException">A file is another one.</exception>
    public static Openings Read(IEnumerable<(string Path, byte[] Bytes)> files, string place) => new(files.SelectMany(file =>
    {
        var name = file.Path.EndsWith(Extension, StringComparison.Ordinal) ? file.Path[..^Extension.Length] : "";
        return name.Length == 4 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? DisclosureFile.Read(file.Bytes, $"{place}: {file.Path}").Select(opening => (year, opening))
            : throw new EvidenceFormatException($"{place}: {file.Path}: only files such as 2026.json belong there");
    }));

    public Openings With(int year, IEnumerable<Opening> more) => new(All.Concat(more.Select(opening => (year, opening))));

    public Openings Without(IReadOnlySet<string> commitments) => new(All.Where(one => !commitments.Contains(one.Opening.Disclosure.Digest)));

    public Openings WithoutYear(int year) => new(All.Where(one => one.Year != year));

    public bool IsSame(Openings other) => All.Select(Key).ToHashSet().SetEquals(other.All.Select(Key));

    private static (int Year, string Digest) Key((int Year, Opening Opening) one) => (one.Year, one.Opening.Disclosure.Digest);
}
