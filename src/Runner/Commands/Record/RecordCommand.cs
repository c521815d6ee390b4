using System.CommandLine;
using Gates.BuiltIn;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Composition;

namespace Gates.Runner.Commands.Record;

/// <summary><c>gates record</c>: a case from a real run.</summary>
internal static class RecordCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The case was written.",
        Variables = [Variable.Cache],
        Examples = [new("gates record no-latest-tags a-plain-tag", "Make a case of what the gate sees now.")],
    };

    public static Command Create()
    {
        var gate = new Argument<string>("GATE") { Description = "A gate of the configuration." };
        var name = new Argument<string>("CASE") { Description = "The case's name: lower-case letters, digits and dashes." };
        var workspace = new Option<string>("--workspace")
        {
            Description = "The folder to look at; one inside a repository stands for the whole repository (default: this folder)."
        };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var output = new Option<string>("--out")
        {
            Description = "A policy's folder cases/, relative to the repository (default: that of the gate's own policy)."
        };
        var command = new Verb(
            "record",
            "Write a case from what a gate sees now, with secrets and personal data masked.", Help) { gate, name, workspace, config, output };
        command.SetAction((parsed, token) => RunAsync(
            new RecordRequest
            {
                Workspace = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                Gate = parsed.GetValue(gate)!,
                Case = parsed.GetValue(name)!,
                Config = parsed.Text(config),
                Out = parsed.Text(output),
            },
            token));
        return command;
    }

    private static async Task<int> RunAsync(RecordRequest request, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        await using var policies = new PolicyTools(job);
        policies.Worker.Start();
        using var workspace = await Workspace.OpenAsync(request.Workspace, job.Token, cancellationToken, job.IsActions);
        var secrets = GateCatalog.Secrets(TimeProvider.System, cancellationToken);
        Print(
            await new RecordSession(policies.Worker, policies.Linker, secrets, TimeProvider.System).RunAsync(workspace, request, cancellationToken),
            Console.Out);
        return (int)ExitCode.Holds;
    }

    /// <summary>Says what was written, and that it is not quite what was seen.</summary>
    internal static void Print(RecordedCase recorded, TextWriter output)
    {
        output.WriteLine($"wrote {Escape.OneLine(recorded.Folder)}/evidence.json and expected.json: {Words.For(recorded.Result.Verdict)}, {Prose.Count(recorded.Result.Findings.Count, "finding")}");
        output.WriteLine(recorded.Values == 0
            ? "Nothing in it looks like a secret or personal data. Read it before you commit it."
            : $"Masked {Prose.Count(recorded.Values, "value")} that {(recorded.Values == 1 ? "looks" : "look")} like secrets or personal data, in {Prose.Count(recorded.Places, "place")}. Read it before you commit it.");
        if (recorded.Changed)
        {
            output.WriteLine("The masks change what the policy says; expected.json holds what it says of the masked evidence.");
        }
    }
}
