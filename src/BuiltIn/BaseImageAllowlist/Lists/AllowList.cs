using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>The images that may be used.</summary>
internal sealed class AllowList
{
    private readonly IReadOnlyList<AllowEntry> entries;

    /// <exception cref="UsageException">An entry is not valid.</exception>
    public AllowList(IReadOnlyList<string> allow) => entries = [.. allow.Select(AllowEntry.Parse)];

    public AllowEntry? Find(ImageReference image) => entries.FirstOrDefault(entry => entry.Allows(image));

    /// <summary>The entry that its author may have meant; <see langword="null"/> when none is near.</summary>
    public AllowEntry? Closest(ImageReference image)
    {
        var sameName = entries.FirstOrDefault(entry => entry.AllowsName(image));
        return sameName ?? entries
            .Select(entry => (Entry: entry, Distance: Distance(entry, image)))
            .Where(candidate => candidate.Distance < int.MaxValue)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Entry)
            .FirstOrDefault();
    }

    /// <summary>Near is the same last name in another place, the same place, or a few letters' difference.</summary>
    private static int Distance(AllowEntry entry, ImageReference image)
    {
        var distance = EditDistance(entry.Name, image.Name);
        var sameLast = LastOf(entry.Name) == LastOf(image.Name);
        return sameLast ? distance : distance <= image.Name.Length / 2 ? 1_000 + distance : int.MaxValue;
    }

    private static string LastOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static int EditDistance(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + cost, 1 + Math.Min(row[j], row[j - 1])));
            }
        }

        return row[other.Length];
    }
}
