using System.CommandLine;
using Gates.Doors.Workers;

namespace Gates.Runner.Commands.Eval;

/// <summary><c>gates eval</c>: one policy over one file of evidence.</summary>
internal static class EvalCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The policy reported no error.",
        Fails = "The policy reported an error.",
        CouldNotEvaluate = "The policy did not finish.",
        Variables = [Variable.NoColor, Variable.Term],
        Examples =
        [
            new("gates eval policies/no-latest-tags --evidence .gates/out/evidence/no-latest-tags.json", "What a policy makes of what the last run saw."),
        ],
    };

    public static Command Create()
    {
        var policy = new Argument<string>("POLICY")
        {
            Description = "A script, or a policy's folder, whose policy.json then checks the settings and fills in their defaults."
        };
        var evidence = new Option<string>("--evidence")
        {
            Description = "What it judges: a file that `gates run` wrote to evidence/, or the facts alone, such as { \"files\": [] }.",
            Required = true
        };
        var options = new EvaluationOptions();
        var command = new Verb("eval", "Run one policy over one file of evidence.", Help) { policy, evidence };
        options.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            options.Request(parsed, parsed.GetValue(policy)!), parsed.GetValue(evidence)!, options.Output(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(EvaluationRequest request, string evidence, EvaluationOutput output, CancellationToken cancellationToken) =>
        output.Show(await new EvaluationSession(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System).RunAsync(request, evidence, cancellationToken));
}
