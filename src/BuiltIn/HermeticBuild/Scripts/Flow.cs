using Gates.Formats.Shell;

namespace Gates.BuiltIn.HermeticBuild.Scripts;

/// <summary>Tells what becomes of a command that fails: whether the script stops, or goes on as if nothing had happened.</summary>
internal sealed class Flow(IReadOnlyList<ShellPipeline> pipelines, bool pipesFail)
{
    private const int MaxBody = 200;

    // What ends a script, by the names that its authors give it.
    private static readonly string[] Ending =
        ["false", "die", "fail", "failed", "fatal", "abort", "err", "error", "panic", "bail", "throw", "log_fatal", "log::fatal", "kill"];

    private readonly Lazy<bool[]> functions = new(() => InFunctions(pipelines));

    private static readonly string[] Harmless = ["true", ":", "echo", "printf", "continue", "sleep", "date", "warn", "log", "set"];

    public bool StopsOnError { get; set; }

    public bool StopsAtLines { get; init; }

    /// <summary>Follows <c>set -e</c> and <c>set +e</c>.</summary>
    public void Enter(int index)
    {
        foreach (var words in pipelines[index].Commands.Select(command => command.Words).Where(words => words is [{ Text: "set" }, ..]))
        {
            for (var i = 1; i < words.Count; i++)
            {
                var text = words[i].Text;
                var isName = text is "errexit" && words[i - 1].Text is { Length: 2 } sign && sign[1] == 'o';
                var isLetter = text.Length > 1 && text[0] is '-' or '+' && text[1] != '-' && text.Contains('e', StringComparison.Ordinal) && text != "-o";
                StopsOnError = isName ? words[i - 1].Text[0] == '-' : isLetter ? text[0] == '-' : StopsOnError;
            }
        }
    }

    /// <summary>Why a mismatch would be passed over; <see langword="null"/> when it is not.</summary>
    /// <param name="index">The pipeline.</param>
    /// <param name="command">The command in it.</param>
    /// <param name="failsOnMatch">Whether it fails when the files agree, as <c>[ a != b ]</c> does.</param>
    public string? WhyPassedOver(int index, int command, bool failsOnMatch = false)
    {
        var pipeline = pipelines[index];
        if (failsOnMatch != pipeline.Lead.Contains("!") && failsOnMatch)
        {
            return WhyRunsOnMismatch(index);
        }

        if (command < pipeline.Commands.Count - 1 && !pipesFail && !IsFilter(pipeline.Commands[^1]))
        {
            return "the pipe passes over a mismatch";
        }

        if (pipeline.Lead.Any(word => word is "if" or "elif" or "while" or "until" or "!"))
        {
            return Until("fi", "done", index).Any(Matters) ? null : "nothing stops on a mismatch";
        }

        if (IsLastOfGroup(index) && pipelines[index + 1].Lead.Contains("||"))
        {
            return Handler(index + 1).Any(Matters) ? null : $"`|| {Name(index + 1)}` passes over a mismatch";
        }

        if (IsLastOfGroup(index) && pipeline.End is not ("&&" or "||"))
        {
            var isHeard = StopsOnError || StopsAtLines || IsInFunction(index) || IsAsked(index + 1);
            return isHeard || (pipelines[index + 1].Lead.Contains("&&") && Matters(pipelines[index + 1])) ? null : GoesOn;
        }

        return pipeline.End switch
        {
            "||" => Handler(index + 1).Any(Matters) ? null : $"`|| {Name(index + 1)}` passes over a mismatch",
            "&&" => ChainMatters(index) ? null : GoesOn,
            "&" => "nothing waits for it",
            "" => null,
            "\n" when StopsAtLines => null,
            _ => StopsOnError || IsLast(index) || IsAsked(index + 1) ? null : GoesOn,
        };
    }

    /// <summary>Whether it stands in a function, which is run where it is called.</summary>
    public bool IsInFunction(int index) => functions.Value[index];

    private const string GoesOn = "the script goes on after a mismatch";

    // [ a != b ] && exit 1; if [ a != b ]; then exit 1; fi
    private string? WhyRunsOnMismatch(int index)
    {
        var isIf = pipelines[index].Lead.Any(word => word is "if" or "elif");
        var body = isIf ? Until("fi", "done", index).ToList() : [.. Handler(index + 1)];
        var stops = isIf ? body.Exists(Ends) || body.Exists(pipeline => pipeline.Lead.Contains("else"))
            : pipelines[index].End switch { "&&" => body.Exists(Ends), "||" => body.Exists(Matters), _ => false };
        return stops ? null : "nothing stops on a mismatch";
    }

    private static bool Ends(ShellPipeline pipeline) => pipeline.Commands.Select(Invocation.From).OfType<Invocation>().Any(command =>
        command.Name is "exit" or "return" ? command.Verb != "0" : Ending.Contains(command.Name, StringComparer.Ordinal));

    private static bool[] InFunctions(IReadOnlyList<ShellPipeline> pipelines)
    {
        var inside = new bool[pipelines.Count];
        var depth = 0;
        for (var i = 0; i < pipelines.Count; i++)
        {
            var lead = pipelines[i].Lead;
            for (var j = 0; j < lead.Count; j++)
            {
                var opens = lead[j] is "{" && (depth > 0 || (j > 1 && lead[j - 1] is ")" && lead[j - 2] is "("));
                depth += opens ? 1 : lead[j] is "}" && depth > 0 ? -1 : 0;
            }

            inside[i] = depth > 0;
            depth += pipelines[i].Commands[0].Words is [{ Text: "function" }, ..] ? 1 : 0;
        }

        return inside;
    }

    private static bool IsFilter(ShellCommand command) => Invocation.From(command)?.Name is "grep" or "egrep" or "fgrep";

    private string Name(int index) => index < pipelines.Count ? pipelines[index].Commands[0].Words is [var first, ..] ? first.Text : "true" : "true";

    private bool IsLast(int index) => index == pipelines.Count - 1;

    // The last command of a function or a group gives its status on.
    private bool IsLastOfGroup(int index) => !IsLast(index) && pipelines[index + 1].Lead is ["}" or ")" or "fi" or "done", ..];

    // [ $? -ne 0 ] && exit 1
    private bool IsAsked(int index) =>
        index < pipelines.Count
            && pipelines[index].Commands.SelectMany(command => command.Words).Any(word => word.Text.Contains("$?", StringComparison.Ordinal));

    // What follows && runs only when the files agree; a message alone uses nothing.
    private bool ChainMatters(int index)
    {
        var next = index + 1;
        for (; next < pipelines.Count && pipelines[next - 1].End == "&&"; next++)
        {
            if (Matters(pipelines[next]))
            {
                return true;
            }
        }

        return pipelines[next - 1].End == "||" ? Handler(next).Any(Matters) : next >= pipelines.Count;
    }

    private IEnumerable<ShellPipeline> Handler(int index)
    {
        if (index >= pipelines.Count)
        {
            return [];
        }

        var lead = pipelines[index].Lead;
        return lead.Contains("{") ? Until("}", "}", index - 1) : lead.Contains("(") ? Until(")", ")", index - 1) : [pipelines[index]];
    }

    private IEnumerable<ShellPipeline> Until(string end, string other, int index)
    {
        for (var i = index + 1; i < Math.Min(pipelines.Count, index + MaxBody)
            && (i == index + 1 || !pipelines[i].Lead.Any(word => word == end || word == other)); i++)
        {
            yield return pipelines[i];
        }
    }

    private static bool Matters(ShellPipeline pipeline) => pipeline.Commands.Select(Invocation.From).OfType<Invocation>().Any(command =>
        command.Name is "exit" or "return" ? command.Verb != "0" : !Harmless.Contains(command.Name, StringComparer.Ordinal));
}
