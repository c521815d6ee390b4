namespace Gates.Formats.Shell;

/// <summary>
/// Splits a script into pipelines of commands. It knows quotes, comments, operators, line continuations, substitutions and
/// here-documents; control structures are not kept, only the commands in them. What it cannot follow it takes as plain words.
/// </summary>
internal sealed class ShellParser
{
    private const int MaxNesting = 20;

    private static readonly string[] Reserved = ["if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "time", "fi", "done"];

    private readonly ShellScanner scanner;
    private readonly int nesting;

    private readonly List<ShellPipeline> pipelines = [];
    private readonly List<PendingBody> pendingBodies = [];
    private List<ShellCommand> commands = [];
    private List<ShellWord> words = [];
    private List<ShellRedirect> redirects = [];
    private readonly Stack<int> groups = new();
    private int lastGroup;
    private List<string> lead = [];
    private readonly List<ShellRedirect> carried = [];
    private int depth;

    private ShellParser(ShellScanner scanner, int nesting)
    {
        this.scanner = scanner;
        this.nesting = nesting;
    }

    /// <param name="text">The script.</param>
    /// <param name="firstLine">The line of the file on which the script starts.</param>
    /// <param name="dialect">How to split words.</param>
    public static IReadOnlyList<ShellPipeline> Parse(string text, int firstLine, ShellDialect dialect = ShellDialect.Posix) =>
        Parse(text, new LineCounter(text, firstLine).LineAt, dialect);

    /// <param name="text">The script.</param>
    /// <param name="lineAt">The file's line of each character of the script; asked in rising order.</param>
    /// <param name="dialect">How to split words.</param>
    public static IReadOnlyList<ShellPipeline> Parse(string text, Func<int, int> lineAt, ShellDialect dialect) =>
        new ShellParser(new ShellScanner(text, lineAt, dialect), 0).ParseUntil('\0');

    /// <summary>Reads commands up to the closing character, which is consumed, or to the end.</summary>
    public static IReadOnlyList<ShellPipeline> ParseNested(ShellScanner scanner, char close, int nesting) =>
        nesting > MaxNesting ? [] : new ShellParser(scanner, nesting).ParseUntil(close);

    private List<ShellPipeline> ParseUntil(char close)
    {
        while (!scanner.AtEnd)
        {
            // A backtick also ends what was opened after it and never closed; its own parser takes it.
            var closes = scanner.ClosesBackticks ? close == '`' : close != '\0' && scanner.Current == close && depth == 0;
            if (closes)
            {
                scanner.Advance();
            }

            if (closes || scanner.ClosesBackticks)
            {
                break;
            }

            var before = scanner.Position;
            if (!scanner.SkipContinuation())
            {
                ParseNext();
            }

            // A sign that starts nothing is passed over, so that every text comes to an end.
            scanner.Advance(scanner.Position == before ? 1 : 0);
        }

        EndPipeline("");
        return pipelines;
    }

    private void ParseNext()
    {
        switch (scanner.Current)
        {
            case '\n':
                scanner.Advance();
                EndLine();
                ReadBodies();
                break;
            case ' ' or '\t' or '\r':
                scanner.Advance();
                break;
            case '#':
                scanner.SkipLine();
                break;
            case '|' when scanner.Next != '|':
                scanner.Advance(scanner.Next == '&' ? 2 : 1);
                EndCommand();
                break;
            case '&' when scanner.Next == '>':
                ReadRedirect();
                break;
            case '(' when scanner.SkipArithmetic():
                break;
            case ';' or '&' or '|' or '(' or ')':
                EndAtSign();
                break;
            case '<' when scanner.Next == '(':
                words.Add(scanner.ReadWord(nesting));
                break;
            case '<' or '>':
                ReadRedirect();
                break;
            default:
                ReadCommandWord();
                break;
        }
    }

    // A line that ends in a pipe goes on with the next one.
    private void EndLine()
    {
        if (commands.Count == 0 || words.Count > 0 || redirects.Count > 0)
        {
            EndPipeline("\n");
        }
    }

    private void EndAtSign()
    {
        var sign = scanner.Current;
        var isDouble = sign is '&' or '|' && scanner.Next == sign;
        scanner.Advance(isDouble ? 2 : 1);
        var text = isDouble ? new string(sign, 2) : sign.ToString();
        var before = pipelines.Count;
        EndPipeline(text);
        TakeParenthesis(sign);
        if (sign is '(' or ')' || (isDouble && pipelines.Count == before))
        {
            lead.Add(text); // after a bracket or a closing word, && and || belong to the whole group
        }
    }

    private void TakeParenthesis(char sign)
    {
        if (sign == '(')
        {
            groups.Push(++lastGroup);
        }
        else if (sign == ')')
        {
            groups.TryPop(out _);
        }

        depth = groups.Count;
    }

    private void ReadCommandWord()
    {
        var word = scanner.ReadWord(nesting);
        if (scanner.Current is '<' or '>' && word.Text.Length == 1 && char.IsAsciiDigit(word.Text[0]))
        {
            return; // the 2 of 2>file
        }

        if (words.Count > 0 || !Reserved.Contains(word.Text, StringComparer.Ordinal))
        {
            words.Add(word);
        }
        else
        {
            lead.Add(word.Text);
        }
    }

    private void ReadRedirect()
    {
        var sign = scanner.ReadOperator();
        scanner.SkipBlanks();
        if (scanner.AtEnd || scanner.Current is '\n' or ';' or '|' or ')')
        {
            return;
        }

        var redirect = new ShellRedirect(sign is "<<-" ? "<<" : sign, scanner.ReadWord(nesting));
        if (sign is "<<" or "<<-")
        {
            pendingBodies.Add(new PendingBody(redirect.Target.Text, sign is "<<-", pipelines.Count, commands.Count));
        }
        else
        {
            redirects.Add(redirect);
        }
    }

    // A body starts on the line after its command, when the command is already complete: it is added to that command's own list,
    // and to those that the command's output goes on to (cat <<EOF | sh).
    private void ReadBodies()
    {
        foreach (var pending in pendingBodies)
        {
            var line = scanner.Line;
            if (scanner.ReadBody(pending.Delimiter, pending.StripTabs) is not { } body)
            {
                continue;
            }

            var redirect = new ShellRedirect("<<", new ShellWord(body, line, IsDynamic: false, []));
            var goesOn = pending.Pipeline == pipelines.Count;
            foreach (var command in (goesOn ? commands : pipelines[pending.Pipeline].Commands).Skip(pending.Command))
            {
                (command.Redirects as List<ShellRedirect>)?.Add(redirect);
            }

            if (goesOn)
            {
                carried.Add(redirect);
            }
        }

        pendingBodies.Clear();
    }

    private void EndCommand()
    {
        if (words.Count > 0 || redirects.Count > 0)
        {
            redirects.AddRange(carried);
            commands.Add(new ShellCommand(words, redirects));
            words = [];
            redirects = [];
        }
    }

    private void EndPipeline(string end)
    {
        EndCommand();
        if (commands.Count > 0)
        {
            pipelines.Add(new ShellPipeline(commands, depth, groups.TryPeek(out var group) ? group : 0) { End = end, Lead = lead });
            commands = [];
            lead = [];
            carried.Clear();
        }
    }
}
