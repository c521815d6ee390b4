using System.Text;
using Gates.Doors.Processes;
using Gates.Formats.Foundation;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.LoadEngines;

/// <summary>Lets k6 itself run a script: its program where there is one, else its image. Its scripts are no business of our own driver.</summary>
/// <param name="plan">The script, and the variables that it gets.</param>
/// <param name="folder">The folder of the plan's file.</param>
internal sealed class K6Program(LoadPlan plan, string folder)
{
    private const int Crossed = 99;
    private const int BadConfiguration = 104;

    /// <summary>Runs it to its end.</summary>
    /// <param name="outputs">k6's own options for files.</param>
    /// <param name="say">Takes what k6 prints, without secrets, a line at a time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="UsageException">k6 refuses the script or its options.</exception>
    /// <exception cref="EvaluationException">There is no k6, or it failed for another reason than a threshold.</exception>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> outputs, Action<string> say, CancellationToken cancellationToken)
    {
        var script = Path.GetFullPath(plan.Script!, folder);
        if (!File.Exists(script))
        {
            throw new UsageException($"{plan.Path}: key `script`: there is no file {plan.Script}");
        }

        var (program, arguments) = Command(script, outputs);
        var lines = new MaskedLines(plan.Secrets, say);
        var code = await new StreamedProgram(program, arguments, Environment()).RunAsync(folder, null, lines.Take, cancellationToken);
        lines.End();
        return code switch
        {
            0 => ExitCode.Holds,
            Crossed => ExitCode.Fails,
            BadConfiguration => throw new UsageException($"{plan.Path}: k6 refused the options of {plan.Script}; see what it printed above"),
            _ => throw new EvaluationException(FormattableString.Invariant($"{plan.Path}: k6 ended with exit code {code}; see what it printed above")),
        };
    }

    private (string Program, IReadOnlyList<string> Arguments) Command(string script, IReadOnlyList<string> outputs)
    {
        if (ProgramFinder.Find("k6") is { } k6)
        {
            return (k6, ["run", "--no-usage-report", .. outputs, script]);
        }

        if (plan.Image is null)
        {
            throw new EvaluationException(
                $"{plan.Path}: `engine: k6` needs the program k6, and there is none on the search path; install it, or set `image:`");
        }

        if (ProgramFinder.Find("docker") is not { } docker)
        {
            throw new EvaluationException($"{plan.Path}: `engine: k6` needs the program k6, or docker for `image:`, and there is neither on the search path");
        }

        return outputs.Count > 0
            ? throw new UsageException($"{plan.Path}: a k6 in a container cannot write files here; leave the output options away, or install the program k6")
            : (docker,
            [
                "run", "--rm", "--network=host", "--volume", $"{Path.GetDirectoryName(script)}:/load:ro", "--workdir", "/load",
                .. plan.Variables.Keys.SelectMany(name => new[] { "--env", name }), "--", plan.Image, "run", "--no-usage-report", Path.GetFileName(script),
            ]);
    }

    private Dictionary<string, string> Environment() => new(plan.Variables, StringComparer.Ordinal)
    {
        ["PATH"] = ProgramFinder.SearchPath(),
        ["HOME"] = Path.GetTempPath(),
    };

    /// <summary>Whole lines, since a secret may come in two pieces.</summary>
    private sealed class MaskedLines(IReadOnlyList<string> secrets, Action<string> say)
    {
        private readonly StringBuilder rest = new();

        public void Take(string text)
        {
            rest.Append(text);
            var all = rest.ToString();
            var end = all.LastIndexOf('\n') + 1;
            rest.Clear().Append(all.AsSpan(end));
            foreach (var line in all[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                Say(line);
            }
        }

        public void End()
        {
            if (rest.Length > 0)
            {
                Say(rest.ToString());
            }
        }

        private void Say(string line) => say(secrets.Aggregate(line.TrimEnd('\r'), (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal)));
    }
}
