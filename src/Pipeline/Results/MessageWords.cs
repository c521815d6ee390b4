using System.Text.RegularExpressions;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>A message as words, where a text between backticks is one: what messages of one rule have in common, and what each says of its own.</summary>
internal sealed partial class MessageWords
{
    /// <value>Words that are compared; the rest of a longer message is not looked at.</value>
    private const int MaxWords = 60;

    /// <value>Words shorter than this do not say that two texts are about the same.</value>
    private const int MinTelling = 3;

    private readonly string message;
    private readonly IReadOnlyList<string> words;

    private MessageWords(string message, IReadOnlyList<string> words) => (this.message, this.words) = (message, words);

    public static MessageWords Of(string message) => new(message, [.. Split(message).Take(MaxWords)]);

    /// <summary>Whether two messages are one sentence about two things: at least half of the longer one's words are common, in their order.</summary>
    public bool IsLike(MessageWords other) =>
        message == other.message || 2 * Common(words, other.words).Count >= Math.Max(words.Count, other.words.Count);

    /// <summary>The words that both have, in their order.</summary>
    public MessageWords InCommonWith(MessageWords other) => message == other.message ? this : new("", Common(words, other.words));

    /// <summary>What is said beside <paramref name="common"/>: without the place, which stands beside it, and without repetitions.</summary>
    public string Without(MessageWords common, Location? place)
    {
        var own = new List<string>();
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var hole in Holes(common.words).Select(hole => Tidy(hole, place)).Where(hole => hole.Length > 0))
        {
            var parts = Part().Matches(hole).Select(match => match.Value).Where(part => part.Length >= MinTelling).ToList();
            if (!parts.Exists(said.Contains) && (own.Count == 0 || parts.Count > 0))
            {
                own.Add(hole);
            }

            said.UnionWith(parts);
        }

        return string.Join("; ", own);
    }

    private static IEnumerable<string> Split(string message)
    {
        var (start, quoted) = (0, false);
        for (var at = 0; at <= message.Length; at++)
        {
            quoted = at < message.Length && message[at] == '`' ? !quoted && message.IndexOf('`', at + 1) > 0 : quoted;
            if (at == message.Length || (!quoted && char.IsWhiteSpace(message[at])))
            {
                if (at > start)
                {
                    yield return message[start..at];
                }

                start = at + 1;
            }
        }
    }

    private IEnumerable<List<string>> Holes(IReadOnlyList<string> common)
    {
        var hole = new List<string>();
        var next = 0;
        foreach (var word in words)
        {
            if (next < common.Count && word == common[next])
            {
                yield return hole;
                hole = [];
                next++;
            }
            else
            {
                hole.Add(word);
            }
        }

        yield return hole;
    }

    private static string Tidy(List<string> hole, Location? place)
    {
        var kept = new List<string>();
        foreach (var word in hole)
        {
            if (place is { Path.Length: > 0 } && word.Contains(place.Path, StringComparison.Ordinal))
            {
                if (kept.Count > 0)
                {
                    kept[^1] = kept[^1].TrimEnd(',') + ",";
                }
            }
            else
            {
                kept.Add(word);
            }
        }

        var text = string.Join(' ', kept).Trim(' ', ',', '.', ';', ':');
        return Balanced(text).Trim(' ', '`', ',');
    }

    /// <summary>Without the brackets whose partners were common words or the place.</summary>
    private static string Balanced(string text)
    {
        const char open = '(';
        const char close = ')';
        if (text.Length > 1 && text[0] == open && text[^1] == close && text.IndexOf(close, StringComparison.Ordinal) == text.Length - 1)
        {
            return text[1..^1];
        }

        var (opened, closed) = (text.Count(sign => sign == open), text.Count(sign => sign == close));
        return opened < closed && text[^1] == close ? text[..^1]
            : opened <= closed ? text
            : text[0] == open ? text[1..]
            : text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? $"{text[..at].TrimEnd(',')}, {text[(at + 2)..]}"
            : text;
    }

    /// <summary>The longest common sequence. Most messages of a rule differ in their middle alone, so only that is compared word by word.</summary>
    private static List<string> Common(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var shorter = Math.Min(left.Count, right.Count);
        var head = Enumerable.Range(0, shorter).TakeWhile(i => left[i] == right[i]).Count();
        var tail = Enumerable.Range(1, shorter - head).TakeWhile(i => left[left.Count - i] == right[right.Count - i]).Count();
        return
        [
            .. left.Take(head),
            .. Longest([.. left.Skip(head).SkipLast(tail)], [.. right.Skip(head).SkipLast(tail)]),
            .. left.TakeLast(tail),
        ];
    }

    private static List<string> Longest(string[] left, string[] right)
    {
        var lengths = Enumerable.Range(0, left.Length + 1).Select(_ => new int[right.Length + 1]).ToArray();
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i][j] = left[i] == right[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }

        var common = new List<string>();
        for (var (i, j) = (0, 0); i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
            {
                common.Add(left[i]);
                (i, j) = (i + 1, j + 1);
            }
            else
            {
                (i, j) = lengths[i + 1][j] >= lengths[i][j + 1] ? (i + 1, j) : (i, j + 1);
            }
        }

        return common;
    }

    [GeneratedRegex("[A-Za-z0-9._/-]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
