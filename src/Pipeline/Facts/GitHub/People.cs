using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Doors.GitHub;

namespace Gates.Pipeline.Facts.GitHub;

/// <summary>
/// Stands for people in facts, as the facts of git do: evidence is kept for years and signed, so no login may be in it. The same login is the same role in
/// one evidence. Who that is stands beside it, and leaves the program as a commitment alone.
/// </summary>
internal sealed partial class People
{
    private const string BotSuffix = "[bot]";

    private readonly Dictionary<string, string> byLogin = new(StringComparer.OrdinalIgnoreCase);
    private int people;
    private int bots;

    /// <summary>The role of an account, such as <c>person-1</c> or <c>bot-1</c>; <see langword="null"/> for one that is gone.</summary>
    public string? Of(EventActor? actor) => actor is null ? null : Of(actor.Login, actor.Type == "Bot");

    public string Of(string login, bool isBot = false)
    {
        if (!byLogin.TryGetValue(login, out var role))
        {
            role = isBot || login.EndsWith(BotSuffix, StringComparison.OrdinalIgnoreCase)
                ? string.Create(CultureInfo.InvariantCulture, $"bot-{++bots}")
                : string.Create(CultureInfo.InvariantCulture, $"person-{++people}");
            byLogin[login] = role;
        }

        return role;
    }

    /// <value>The people among them, by role. It stays out of the facts.</value>
    public IReadOnlyDictionary<string, string> ByRole =>
        byLogin.Where(one => one.Value.StartsWith("person-", StringComparison.Ordinal)).ToDictionary(one => one.Value, one => one.Key, StringComparer.Ordinal);

    /// <summary>
    /// The text with addresses and mentions replaced. What is mentioned may be a package or a team, which stay as they are: they have a slash.
    /// </summary>
    public string Redact(string text) =>
        Mention().Replace(
            Address().Replace(text, "[address]"),
            match => match.Groups["slash"].Success ? match.Value : match.Groups["before"].Value + Named(match.Groups["login"].Value));

    private string Named(string login) => byLogin.TryGetValue(login, out var role) ? "@" + role : "@[somebody]";

    /// <summary>Texts are anybody's: without backtracking the longest takes no longer than it is.</summary>
    [GeneratedRegex(
        @"<?[A-Za-z0-9._%+\[\]-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+>?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?<before>^|[^A-Za-z0-9_/@])@(?<login>[A-Za-z0-9][A-Za-z0-9-]{0,38})(?<slash>/)?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Mention();
}
