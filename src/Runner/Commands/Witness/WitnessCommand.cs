using System.CommandLine;
using Gates.Attestation.Branch.Watching;
using Gates.Doors.Jobs;

namespace Gates.Runner.Commands.Witness;

/// <summary><c>gates witness</c>: an outsider watches a repository's evidence log.</summary>
internal static class WitnessCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The log continues what was seen before, and is cosigned.",
        Fails = "The log was cut off, rewritten or taken away; nothing was cosigned.",
        Variables = [Variable.WitnessKey, Variable.Token],
        Examples =
        [
            new("gates witness https://github.com/acme/app --trust acme-keyring.json --state witness.json --begin", "Look at a log for the first time."),
            new("gates witness https://github.com/acme/app --trust acme-keyring.json --state witness.json", "Look again: it must continue what was seen."),
            new(
                "gates witness https://github.com/acme/app --trust acme-keyring.json --state witness.json --out seen",
                "Keep the cosigned checkpoint, without a right to push."),
        ],
    };

    public static Command Create()
    {
        var options = new WatchOptions();
        var command = new Verb("witness", "Cosign another repository's evidence log, if it continues what you saw of it.", Help);
        options.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
            var session = new WitnessSession(options.Read(parsed), Environment.GetEnvironmentVariable, job.Token, TimeProvider.System, Console.Out);
            return (int)await session.RunAsync(token);
        });
        return command;
    }
}
