using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>Reads the syntax of git-config(1), "Syntax".</summary>
/// <param name="text">The file.</param>
/// <param name="name">How messages name it.</param>
internal sealed class GitConfigurationReader(string text, string name)
{
    private int position;
    private string section = "";

    /// <exception cref="EvaluationException">A line is none that git could read.</exception>
    public IEnumerable<KeyValuePair<string, string>> Read()
    {
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                yield break;
            }

            if (text[position] is '#' or ';')
            {
                SkipLine();
            }
            else if (text[position] == '[')
            {
                position++;
                section = Section();
            }
            else
            {
                yield return Entry();
            }
        }
    }

    private string Section()
    {
        var start = position;
        while (Peek() is { } letter && (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
        {
            position++;
        }

        var found = text[start..position].ToLowerInvariant();
        while (Peek() is ' ' or '\t')
        {
            position++;
        }

        if (Peek() == '"')
        {
            position++;
            found += "." + Subsection();
        }

        return Take() == ']' && found.Length > 0 ? found : throw Bad();
    }

    private string Subsection()
    {
        var found = new StringBuilder();
        while (true)
        {
            var letter = Take();
            if (letter == '"')
            {
                return found.ToString();
            }

            found.Append(letter is '\n' ? throw Bad() : letter == '\\' ? Take() : letter);
        }
    }

    private KeyValuePair<string, string> Entry()
    {
        var start = position;
        while (Peek() is { } letter && (char.IsAsciiLetterOrDigit(letter) || letter == '-'))
        {
            position++;
        }

        if (position == start || section.Length == 0)
        {
            throw Bad();
        }

        var key = $"{section}.{text[start..position].ToLowerInvariant()}";
        while (Peek() is ' ' or '\t')
        {
            position++;
        }

        switch (Peek())
        {
            case '=':
                position++;
                return KeyValuePair.Create(key, Value());
            case null or '\n' or '\r' or '#' or ';':
                SkipLine();
                return KeyValuePair.Create(key, "true");
            default:
                throw Bad();
        }
    }

    private string Value()
    {
        var (found, kept, isQuoted) = (new StringBuilder(), 0, false);
        while (Peek() is { } letter && (letter != '\n' || isQuoted))
        {
            position++;
            if (letter == '\n')
            {
                throw Bad();
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && letter is '#' or ';' && !isQuoted)
            {
                SkipLine();
                break;
            }
            else if (letter == '\\')
            {
                Escape(found);
                kept = found.Length;
            }
            else if (isQuoted || letter is not (' ' or '\t' or '\r') || found.Length > 0)
            {
                found.Append(letter);
                kept = isQuoted || letter is not (' ' or '\t' or '\r') ? found.Length : kept;
            }
        }

        return isQuoted ? throw Bad() : found.ToString(0, kept);
    }

    private void Escape(StringBuilder found)
    {
        switch (Take())
        {
            case '\n':
                break;
            case '\r' when Peek() == '\n':
                position++;
                break;
            case 'n':
                found.Append('\n');
                break;
            case 't':
                found.Append('\t');
                break;
            case 'b':
                found.Append('\b');
                break;
            case var letter and ('"' or '\\'):
                found.Append(letter);
                break;
            default:
                throw Bad();
        }
    }

    private char? Peek() => position < text.Length ? text[position] : null;

    private char Take() => position < text.Length ? text[position++] : throw Bad();

    private void SkipLine()
    {
        var end = text.IndexOf('\n', position);
        position = end < 0 ? text.Length : end + 1;
    }

    private EvaluationException Bad() =>
        new(FormattableString.Invariant($"{name}:{text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1}: not a line of a git configuration; `git config --list` shows the same"));
}
