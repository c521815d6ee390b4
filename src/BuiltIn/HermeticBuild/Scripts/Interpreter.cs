using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Tells what a command takes for code.</summary>
internal static class Interpreter
{
    private static readonly string[] Names = ["python", "perl", "ruby", "node", "php", "pwsh", "powershell"];

    /// <summary>Whether the command runs what comes in on its standard input: <c>… | sh</c>, <c>… | bash -s -- x</c>, <c>… | python3 -</c>.</summary>
    public static bool ReadsCodeFromInput(Invocation invocation)
    {
        if (invocation.Name is "iex" or "invoke-expression")
        {
            return true;
        }

        if (!IsInterpreter(invocation.Name))
        {
            return false;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Text is "-" or "-s" or "--" or "/dev/stdin")
            {
                return true;
            }

            // Any other operand is a script file or text, and -c, -e, -m, -p and their like name the code: input is then data.
            if (!argument.IsFlag || (!ShellWalker.IsShell(invocation.Name) && !argument.Text.StartsWith("--", StringComparison.Ordinal)))
            {
                return false;
            }

            if (ShellWalker.IsShell(invocation.Name) && argument.Text[1] != '-' && argument.Text.Contains('c', StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words that the command runs as code, or as a file of code.</summary>
    public static IEnumerable<ShellWord> CodeWords(Invocation invocation)
    {
        // bash <<< "$(curl …)", bash < <(curl …), source /dev/stdin <<< "$(curl …)"
        var isFed = ReadsCodeFromInput(invocation) || (invocation.Name is "source" or "." && invocation.Verb is "/dev/stdin");
        if (isFed && invocation.Command.Redirects.Any(redirect => redirect.Operator is "<<<" or "<"))
        {
            return invocation.Command.Redirects.Where(redirect => redirect.Operator is "<<<" or "<").Select(redirect => redirect.Target);
        }

        if (invocation.Name is "eval" or "source" or "." or "iex" or "invoke-expression")
        {
            return invocation.Arguments;
        }

        if (!IsInterpreter(invocation.Name))
        {
            return [];
        }

        var flags = invocation.Arguments.TakeWhile(argument => argument.IsFlag).Count();
        return invocation.Arguments.Skip(flags).Take(1);
    }

    /// <summary>The name, without folder, of the file that the command runs; <see langword="null"/> when it runs a program of the path.</summary>
    public static string? FileRun(Invocation invocation)
    {
        if (IsInterpreter(invocation.Name) || invocation.Name is "source" or ".")
        {
            return invocation.Operands.FirstOrDefault() is { } file ? LastPart(file.Text) : null;
        }

        var first = invocation.Command.Words.FirstOrDefault(word => string.Equals(LastPart(word.Text), invocation.Name, StringComparison.OrdinalIgnoreCase));
        return first is not null && first.Text.Contains('/', StringComparison.Ordinal) ? LastPart(first.Text) : null;
    }

    private static bool IsInterpreter(string name) =>
        ShellWalker.IsShell(name)
            || Names.Any(known => name == known
                || (name.StartsWith(known, StringComparison.Ordinal) && name[known.Length..].All(c => char.IsAsciiDigit(c) || c == '.')));

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
