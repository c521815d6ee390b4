using Gates.Formats.Foundation;

namespace Gates.Attestation.Lifetime;

/// <summary>What a person is called: logins, e-mail addresses, names. Never printed, never signed.</summary>
internal sealed class PersonValues
{
    private readonly IReadOnlyList<string> values;

    private PersonValues(IReadOnlyList<string> values) => this.values = values;

    public static PersonValues Nobody { get; } = new([]);

    public bool IsNobody => values.Count == 0;

    /// <param name="text">A value on each line; empty lines are skipped.</param>
    /// <param name="source">Where it is from.</param>
    /// <exception cref="UsageException">There is no value.</exception>
    public static PersonValues Read(string text, string source)
    {
        var given = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Bare).Where(value => value.Length > 0).ToList();
        return given.Count > 0
            ? new PersonValues(given)
            : throw new UsageException($"{source}: empty; a login, an e-mail address or a name is wanted, one on each line");
    }

    /// <summary>Whether a value is one of these: letters count without case, and an <c>@</c> before a login not at all.</summary>
    public bool IsMeant(string value) => values.Contains(Bare(value.Trim()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of these stands in a text, as a word of its own.</summary>
    public bool IsNamedIn(string text) => values.Any(value =>
    {
        for (var at = 0; (at = text.IndexOf(value, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    });

    private static string Bare(string value) => value.StartsWith('@') ? value[1..] : value;
}
