using System.Text;

namespace Gates.Formats.Dockerfiles.Words;

/// <summary>Quotes, escapes and variables as the builder's shell lexer treats them. It evaluates nothing.</summary>
internal sealed class ShellLexer(string text, char escape, Func<string, string?>? lookup, bool raw)
{
    private const int MaxNesting = 50;
    private const int MaxResultLength = 65_535;
    private const char End = '\0';

    // Like the builder's, it passes over a byte order mark that a word begins with.
    private int position = text.StartsWith('\uFEFF') ? 1 : 0;
    private int depth;

    /// <value>Which blanks after <c>&lt;&lt;</c> belong to its word.</value>
    private HeredocForm Heredocs { get; init; }

    private char Peek => position < text.Length ? text[position] : End;

    private bool AtEnd => position >= text.Length;

    /// <summary>Removes quotes and replaces variables; <paramref name="lookup"/> gives <see langword="null"/> for a variable that is not set.</summary>
    /// <exception cref="FormatException">A quote or brace does not close, a substitution is not known, or <c>${X:?message}</c> applies.</exception>
    public static string Expand(string text, char escape, Func<string, string?> lookup) =>
        new ShellLexer(text, escape, lookup, raw: false).ReadUntil(stop: null, keepEscapes: false, words: null);

    /// <summary>Splits into words, quotes and escapes removed; variables stay as written.</summary>
    /// <exception cref="FormatException">A quote or brace does not close.</exception>
    public static IReadOnlyList<string> Split(string text) => SplitWords(text, raw: false, HeredocForm.Adjoining);

    /// <summary>Splits into words and keeps all as written; <paramref name="heredocs"/> says which blanks after <c>&lt;&lt;</c> belong to its word.</summary>
    /// <exception cref="FormatException">A quote or brace does not close.</exception>
    public static IReadOnlyList<string> SplitRaw(string text, HeredocForm heredocs = HeredocForm.Spaced) => SplitWords(text, raw: true, heredocs);

    private static List<string> SplitWords(string text, bool raw, HeredocForm heredocs)
    {
        var words = new ShellWords();
        new ShellLexer(text, '\\', lookup: null, raw) { Heredocs = heredocs }.ReadUntil(null, raw, words);
        return words.Finish();
    }

    private string ReadUntil(char? stop, bool keepEscapes, ShellWords? words)
    {
        if (++depth > MaxNesting)
        {
            throw new FormatException("variables are nested too deeply");
        }

        var result = new StringBuilder();
        while (!AtEnd)
        {
            var c = Peek;
            if (c == stop)
            {
                position++;
                depth--;
                return result.ToString();
            }

            ReadPart(c, keepEscapes, result, words);
            if (result.Length > MaxResultLength)
            {
                throw new FormatException("the text grows too long when its variables are replaced");
            }
        }

        depth--;
        return stop is null ? result.ToString() : throw new FormatException($"a '{stop}' is missing");
    }

    private void ReadPart(char c, bool keepEscapes, StringBuilder result, ShellWords? words)
    {
        if (c is '\'' or '"')
        {
            var quoted = c == '"' ? ReadDoubleQuoted(keepEscapes) : ReadSingleQuoted();
            result.Append(quoted);
            words?.AddQuoted(quoted);
        }
        else if (c == '$')
        {
            var value = ReadDollar();
            result.Append(value);
            words?.Add(value);
        }
        else if (c == escape)
        {
            position++;
            var kept = (keepEscapes ? c.ToString() : "") + (AtEnd ? "" : text[position++].ToString());
            result.Append(kept);
            words?.AddQuoted(kept);
        }
        else if (c == '<' && Heredocs != HeredocForm.Adjoining)
        {
            var sign = ReadHeredocSign();
            result.Append(sign);
            words?.AddQuoted(sign);
        }
        else
        {
            position++;
            result.Append(c);
            words?.Add(c.ToString());
        }
    }

    private string ReadHeredocSign()
    {
        var rest = text.AsSpan(position);
        var sign = Heredocs == HeredocForm.Shell && rest.StartsWith("<<-") ? 3 : rest.StartsWith("<<") ? 2 : 0;
        var start = position;
        position += sign == 0 ? 1 : rest.Length - rest[sign..].TrimStart(" \t\r").Length;
        return text[start..position];
    }

    private string ReadSingleQuoted()
    {
        var start = position;
        var end = text.IndexOf('\'', position + 1);
        if (end < 0)
        {
            throw new FormatException("a single quote does not close");
        }

        position = end + 1;
        return raw ? text[start..position] : text[(start + 1)..end];
    }

    private string ReadDoubleQuoted(bool keepEscapes)
    {
        var result = new StringBuilder(raw ? "\"" : "");
        position++;
        while (!AtEnd)
        {
            var c = Peek;
            if (c == '"')
            {
                position++;
                return result.Append(raw ? "\"" : "").ToString();
            }

            if (c == '$')
            {
                result.Append(ReadDollar());
                continue;
            }

            position++;
            if (c == escape && !AtEnd && (Peek is '"' or '$' || Peek == escape))
            {
                result.Append(keepEscapes ? c.ToString() : "");
                c = text[position++];
            }

            result.Append(c);
        }

        throw new FormatException("a double quote does not close");
    }

    private string ReadDollar()
    {
        var start = position++;
        if (Peek != '{')
        {
            var name = ReadName();
            return name.Length == 0 ? "$" : lookup is null ? text[start..position] : lookup(name) ?? "";
        }

        position++;
        if (AtEnd || Peek is '{' or '}' or ':')
        {
            throw new FormatException(AtEnd ? "a '}' is missing" : "this is not a substitution: " + text[start..(position + 1)]);
        }

        var value = ReadSubstitution(ReadName());
        return lookup is null ? text[start..position] : value;
    }

    /// <summary>What follows the name in <c>${name…}</c>, with its brace. A colon before the sign makes an empty variable count as not set.</summary>
    private string ReadSubstitution(string name)
    {
        var value = lookup?.Invoke(name);
        var operation = ReadOperation();
        var isSet = operation.StartsWith(':') ? !string.IsNullOrEmpty(value) : value is not null;
        switch (operation)
        {
            case "}":
                return value ?? "";
            case "-" or ":-":
                var fallback = ReadToBrace();
                return isSet ? value! : fallback;
            case "+" or ":+":
                var replacement = ReadToBrace();
                return isSet ? replacement : "";
            case "?" or ":?":
                var message = ReadToBrace();
                return isSet || lookup is null ? value ?? "" : throw new FormatException($"{name}: {(message.Length > 0 ? message : "it must be set")}");
            case "#" or "%":
                var pattern = ReadToBrace(keepEscapes: true);
                return ShellPattern.Trim(value ?? "", pattern, operation[^1]);
            case "/":
                return Replace(value ?? "");
            default:
                throw new FormatException($"the substitution ${{{name}{operation}…}} is not known");
        }
    }

    /// <summary>A sign, with the colon before it if there is one.</summary>
    private string ReadOperation()
    {
        var start = position;
        if (ReadSign() == ':')
        {
            ReadSign();
        }

        return text[start..position];
    }

    private char ReadSign() => AtEnd ? throw new FormatException("a '}' is missing") : text[position++];

    private string ReadToBrace(bool keepEscapes = false) => ReadUntil('}', keepEscapes, words: null);

    private string Replace(string value)
    {
        var all = Peek == '/';
        position += all ? 1 : 0;
        var pattern = ReadUntil('/', keepEscapes: true, words: null);
        var replacement = ReadToBrace(keepEscapes: true);
        return ShellPattern.Replace(value, pattern, replacement, all);
    }

    private string ReadName()
    {
        var start = position;
        if (Peek is '@' or '*' or '#' or '?' or '-' or '$' or '!' && !AtEnd)
        {
            return text[position++].ToString();
        }

        var digitsOnly = char.IsDigit(Peek);
        while (!AtEnd && (digitsOnly ? char.IsDigit(Peek) : char.IsLetterOrDigit(Peek) || Peek == '_'))
        {
            position++;
        }

        return text[start..position];
    }
}
