namespace Gates.Formats.Shell;

/// <summary>What a command runs once assignments and wrappers such as <c>sudo</c> are taken away.</summary>
/// <param name="Name">The program, without folder and <c>.exe</c>, in lower case.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Command">The command it was found in.</param>
internal sealed record Invocation(string Name, IReadOnlyList<ShellWord> Arguments, ShellCommand Command)
{
    // Options of wrappers that take the next word as their value.
    private static readonly Dictionary<string, string[]> Wrappers = new(StringComparer.Ordinal)
    {
        ["sudo"] = ["-u", "-g", "-h", "-p", "-C", "--user", "--group"],
        ["doas"] = ["-u"],
        ["env"] = ["-u", "-C", "--unset", "--chdir"],
        ["exec"] = ["-a"],
        ["command"] = [],
        ["nohup"] = [],
        ["time"] = [],
        ["nice"] = ["-n"],
        ["timeout"] = ["-s", "-k"],
        ["busybox"] = [],
        ["stdbuf"] = [],
        ["xargs"] = ["-n", "-I", "-P", "-L", "-d", "-a", "-E", "-s", "--max-args", "--max-procs", "--delimiter", "--arg-file"],
        ["retry"] = ["-t", "-m", "-s", "-d", "--times", "--tries", "--delay", "--until"],
        ["ionice"] = ["-c", "-n", "--class", "--classdata"],
        ["setsid"] = [],
        ["chronic"] = [],
        ["eatmydata"] = [],
        ["gosu"] = [],
        ["su-exec"] = [],
        ["chroot"] = [],
    };

    // Wrappers that are told something before the command, such as for how long or as whom.
    private static readonly HashSet<string> Led = new(StringComparer.Ordinal) { "timeout", "gosu", "su-exec", "chroot" };

    // Programs that run what follows their verb.
    private static readonly HashSet<(string Program, string Verb)> Runners =
    [
        ("poetry", "run"), ("pipenv", "run"), ("pdm", "run"), ("uv", "run"), ("conda", "run"), ("mamba", "run"), ("bundle", "exec"), ("mise", "exec"),
        ("mise", "x"), ("asdf", "exec"), ("corepack", "npm"), ("corepack", "yarn"), ("corepack", "pnpm"),
    ];

    private static readonly string[] RunnerValued = ["-n", "--name", "-p", "--prefix", "--with", "--python", "--directory", "--project", "--group", "--extra"];

    public int Line => Command.Words[0].Line;

    /// <value>The arguments that are no options.</value>
    public IEnumerable<ShellWord> Operands => Arguments.Where(argument => !argument.IsFlag);

    /// <value>The first operand, such as <c>install</c> in <c>npm install</c>; empty when there is none.</value>
    public string Verb => Operands.FirstOrDefault()?.Text ?? "";

    /// <returns><see langword="null"/> when the command runs nothing, such as a lone assignment.</returns>
    public static Invocation? From(ShellCommand command)
    {
        var index = 0;
        while (index < command.Words.Count)
        {
            var word = command.Words[index];
            if (IsAssignment(word.Text))
            {
                index++;
            }
            else if (Wrappers.TryGetValue(ProgramName(word.Text), out var valued))
            {
                index = SkipWrapper(command.Words, index, ProgramName(word.Text), valued);
            }
            else
            {
                return Unwrap(ProgramName(word.Text), [.. command.Words.Skip(index + 1)], command);
            }
        }

        return null;
    }

    public bool Has(params ReadOnlySpan<string> flags)
    {
        foreach (var argument in Arguments)
        {
            foreach (var flag in flags)
            {
                if (argument.Text == flag
                    || (argument.Text.Length > flag.Length && argument.Text[flag.Length] == '=' && argument.Text.StartsWith(flag, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The value of <c>--flag value</c>, <c>--flag=value</c> or, for one-letter flags, <c>-fvalue</c>.</summary>
    public ShellWord? ValueOf(params ReadOnlySpan<string> flags)
    {
        for (var i = 0; i < Arguments.Count; i++)
        {
            var argument = Arguments[i];
            foreach (var flag in flags)
            {
                if (argument.Text == flag)
                {
                    return i + 1 < Arguments.Count ? Arguments[i + 1] : null;
                }

                if (argument.Text.StartsWith(flag + "=", StringComparison.Ordinal))
                {
                    return argument with { Text = argument.Text[(flag.Length + 1)..] };
                }
            }
        }

        return null;
    }

    private static Invocation Unwrap(string name, IReadOnlyList<ShellWord> arguments, ShellCommand command)
    {
        var module = name is "py" || name.StartsWith("python", StringComparison.Ordinal) ? PythonModule.From(arguments) : null;
        return module is { } run ? new Invocation(ProgramName(run.Name), [.. arguments.Skip(run.Length)], command)
            : name is "uv" && arguments is [{ Text: "pip" }, ..] ? new Invocation("pip", [.. arguments.Skip(1)], command)
            : RunBy(name, arguments, command) ?? new Invocation(name, arguments, command);
    }

    private static int SkipWrapper(IReadOnlyList<ShellWord> words, int index, string name, string[] valued)
    {
        index++;
        while (index < words.Count && words[index].IsFlag)
        {
            index += valued.Contains(words[index].Text, StringComparer.Ordinal) ? 2 : 1;
        }

        var isLed = Led.Contains(name) || (name is "retry" && index < words.Count && words[index].Text.All(char.IsAsciiDigit));
        return isLed ? index + 1 : index;
    }

    /// <summary>What <c>poetry run</c>, <c>bundle exec</c> and their like run.</summary>
    private static Invocation? RunBy(string name, IReadOnlyList<ShellWord> arguments, ShellCommand command)
    {
        if (arguments is not [var verb, _, ..] || !Runners.Contains((name, verb.Text)))
        {
            return null;
        }

        var index = name is "corepack" ? 0 : 1;
        while (index < arguments.Count && arguments[index].IsFlag)
        {
            index += RunnerValued.Contains(arguments[index].Text, StringComparer.Ordinal) ? 2 : 1;
        }

        return index >= arguments.Count || !RunsProgram(name, arguments[index].Text)
            ? null
            : Unwrap(ProgramName(arguments[index].Text), [.. arguments.Skip(index + 1)], command);
    }

    // uv run script.py and pdm run task name no program.
    private static bool RunsProgram(string runner, string text) =>
        runner is not ("uv" or "pdm") || ProgramName(text) is "pip" or "pip3" or "python" or "python3" or "npm" or "npx" or "poetry";

    private static string ProgramName(string text)
    {
        var name = text[(text.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        name = name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;

        // pip3.11 and pip2 are pip.
        return name.StartsWith("pip", StringComparison.Ordinal) && name.Length > 3
            && name[3..].All(sign => char.IsAsciiDigit(sign) || sign == '.') ? "pip3" : name;
    }

    private static bool IsAssignment(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.AsSpan(0, sign).IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+");
}
