using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Doors.Git.History;

namespace Gates.Pipeline.Facts.Git;

/// <summary>Stands for people in facts: who wrote and signed commits is personal data, and evidence is kept for years.</summary>
internal sealed partial class Roles
{
    private const string BotSuffix = "[bot]";

    private readonly Dictionary<string, string> byAddress = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Role)> names = [];
    private int people;
    private int bots;

    /// <summary>Numbers people in the order of their appearance.</summary>
    public Roles(IEnumerable<GitCommit> commits, IEnumerable<GitTag> tags)
    {
        foreach (var commit in commits)
        {
            var message = CommitMessage.Read(commit.Message);
            foreach (var person in (IEnumerable<GitPerson>)[commit.Author, commit.Committer, .. message.CoAuthors, .. message.SignedOffBy])
            {
                Of(person);
            }
        }

        foreach (var tag in tags.Where(tag => tag.Tagger is not null))
        {
            Of(tag.Tagger!);
        }
    }

    /// <summary>The role of a person, such as <c>person-1</c> or <c>bot-1</c>; the same address is the same role.</summary>
    public string Of(GitPerson person)
    {
        var address = (person.Email.Length > 0 ? person.Email : person.Name).ToLowerInvariant();
        if (!byAddress.TryGetValue(address, out var role))
        {
            var isBot = person.Name.EndsWith(BotSuffix, StringComparison.OrdinalIgnoreCase)
                || address.Split('@')[0].EndsWith(BotSuffix, StringComparison.Ordinal);
            role = isBot
                ? string.Create(CultureInfo.InvariantCulture, $"bot-{++bots}")
                : string.Create(CultureInfo.InvariantCulture, $"person-{++people}");
            byAddress[address] = role;
        }

        // A single word may be a word of any message; two or more are a name.
        if (role[0] == 'p' && person.Name.Contains(' ', StringComparison.Ordinal) && !names.Contains((person.Name, role)))
        {
            names.Add((person.Name, role));
        }

        return role;
    }

    /// <summary>The text with addresses and the full names of known people replaced.</summary>
    public string Redact(string text)
    {
        var without = Address().Replace(text, match => byAddress.GetValueOrDefault(match.Value.Trim('<', '>').ToLowerInvariant(), "[address]"));
        foreach (var (name, role) in names)
        {
            without = without.Replace(name, role, StringComparison.OrdinalIgnoreCase);
        }

        return without;
    }

    /// <summary>Messages are anybody's: without backtracking the longest takes no longer than it is.</summary>
    [GeneratedRegex(
        @"<?[A-Za-z0-9._%+\[\]-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+>?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
