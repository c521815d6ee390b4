namespace Gates.Formats.Dockerfiles.Grammar;

/// <summary>What the builder refuses of an instruction that it can read: flags it does not know, and arguments that are missing or too many.</summary>
internal static class InstructionRules
{
    private static readonly Dictionary<string, string[]> Flags = new(StringComparer.Ordinal)
    {
        ["ADD"] = ["chown", "chmod", "checksum", "exclude*", "link?", "keep-git-dir?", "unpack?"],
        ["COPY"] = ["from", "chown", "chmod", "exclude*", "link?", "parents?"],
        ["RUN"] = ["mount*", "device*", "network", "security"],
        ["HEALTHCHECK"] = ["interval", "timeout", "start-period", "start-interval", "retries"],
    };

    /// <exception cref="FormatException">The builder refuses it.</exception>
    /// <param name="instruction">Not what stands behind <c>ONBUILD</c>, which is only looked at when it is used.</param>
    /// <param name="allowsOtherFlags">Whether another frontend reads the file, which may know other flags.</param>
    public static void Check(DockerfileInstruction instruction, bool allowsOtherFlags)
    {
        if (instruction.Name == "FROM")
        {
            return;
        }

        if (Problem(instruction) is { } problem)
        {
            throw new FormatException(problem);
        }

        // The builder does not look at the flags of these.
        if (!allowsOtherFlags && instruction.Name is not ("ARG" or "STOPSIGNAL") && !IsNoHealthcheck(instruction))
        {
            CheckFlags(instruction);
        }
    }

    private static void CheckFlags(DockerfileInstruction instruction)
    {
        var known = Flags.GetValueOrDefault(instruction.Name, []);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var flag in instruction.Flags)
        {
            var form = Array.Find(known, name => name.TrimEnd('*', '?') == flag.Name)
                ?? throw new FormatException($"--{flag.Name} is not a flag of {instruction.Name}"
                    + (known.Length == 0 ? ", which has none" : "; valid: " + string.Join(", ", known.Select(name => "--" + name.TrimEnd('*', '?')))));
            if (!seen.Add(flag.Name) && !form.EndsWith('*'))
            {
                throw new FormatException($"--{flag.Name} stands twice; keep one");
            }

            var isSwitch = form.EndsWith('?');
            if (isSwitch ? flag.Value is not null && !IsTruth(flag.Value) : flag.Value is null)
            {
                throw new FormatException($"--{flag.Name} needs a value{(isSwitch ? ", true or false" : "")}");
            }
        }
    }

    private static string? Problem(DockerfileInstruction instruction) => instruction.Name switch
    {
        "ADD" or "COPY" => instruction.Arguments.Count < 2 ? $"{instruction.Name} needs a source and a destination" : null,
        "ENV" or "LABEL" => PairProblem(instruction),
        "EXPOSE" or "VOLUME" or "USER" or "WORKDIR" or "STOPSIGNAL" or "MAINTAINER" =>
            instruction.Arguments.Count == 0 ? $"{instruction.Name} needs an argument" : null,
        "SHELL" => !instruction.IsJson || instruction.Arguments.Count == 0 ? "SHELL takes a JSON list, such as [\"/bin/sh\", \"-c\"]" : null,
        "HEALTHCHECK" => HealthcheckProblem(instruction.Arguments),
        _ => null,
    };

    private static string? PairProblem(DockerfileInstruction instruction)
    {
        var words = instruction.Arguments;
        if (words.Count == 0 || words[0].StartsWith('='))
        {
            return $"{instruction.Name} needs a name and a value";
        }

        if (!words[0].Contains('=', StringComparison.Ordinal))
        {
            return InstructionReader.HasTwoWords(instruction.Body) ? null : $"{instruction.Name} needs a name and a value";
        }

        return words.FirstOrDefault(word => word.IndexOf('=', StringComparison.Ordinal) < 1) is { } wrong
            ? $"\"{wrong}\" has no name and value; write NAME=value"
            : null;
    }

    private static string? HealthcheckProblem(IReadOnlyList<string> arguments)
    {
        var kind = arguments.Count == 0 ? "" : arguments[0].ToUpperInvariant();
        return kind switch
        {
            "NONE" => arguments.Count > 1 ? "HEALTHCHECK NONE takes no arguments" : null,
            "CMD" => arguments.Count < 2 ? "HEALTHCHECK CMD needs a command" : null,
            _ => "HEALTHCHECK takes CMD and a command, or NONE",
        };
    }

    private static bool IsNoHealthcheck(DockerfileInstruction instruction) =>
        instruction.Name == "HEALTHCHECK" && instruction.Arguments[0].Equals("NONE", StringComparison.OrdinalIgnoreCase);

    private static bool IsTruth(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase) || value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
