using System.CommandLine;
using Gates.Doors.Workers;

namespace Gates.Runner.Commands.Eval;

/// <summary><c>gates try</c>: one policy over some files, without a repository or a configuration.</summary>
internal static class TryCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The policy reported no error.",
        Fails = "The policy reported an error.",
        CouldNotEvaluate = "The policy did not finish, or a file is not what its name says.",
        Variables = [Variable.NoColor, Variable.Term],
        Examples =
        [
            new("gates try policies/no-latest-tags k8s/*.yaml", "What a policy makes of some files, in whatever folder."),
            new("gates try policies/no-latest-tags - --as yaml <app.yaml", "What it makes of standard input."),
        ],
    };

    public static Command Create()
    {
        var policy = new Argument<string>("POLICY") { Description = "A script or a policy's folder." };
        var files = new Argument<string[]>("FILE")
        {
            Description = "What it looks at: files of any format, or - for standard input.",
            Arity = ArgumentArity.OneOrMore
        };
        var kind = new Option<string>("--as")
        {
            Description = "The kind of fact that the files are, such as yaml or sarif (default: what the policy looks at, by the files' names)."
        };
        kind.CompletionSources.Add([.. TriedFiles.FileKinds]);
        var options = new EvaluationOptions();
        var command = new Verb("try", "Run one policy over a few files or standard input.", Help) { policy, files, kind };
        options.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            options.Request(parsed, parsed.GetValue(policy)!), parsed.GetValue(files) ?? [], parsed.Text(kind), options.Output(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(
        EvaluationRequest request,
        IReadOnlyList<string> files,
        string? kind,
        EvaluationOutput output,
        CancellationToken cancellationToken)
    {
        var tried = new TriedFiles(request.Root, files, kind, Console.OpenStandardInput);
        var session = new EvaluationSession(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System);
        return output.Show(await session.RunAsync(request, tried.InspectAsync, cancellationToken));
    }
}
