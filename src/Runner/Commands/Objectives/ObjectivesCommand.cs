using System.CommandLine;
using Gates.BuiltIn;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Runner.Configuration;

namespace Gates.Runner.Commands.Objectives;

/// <summary><c>gates objectives</c>: what an alerting system is to know of the objectives of <c>canary-slo</c>.</summary>
internal static class ObjectivesCommand
{
    private static readonly string[] Kinds = ["rules", "tests", "routes", "dashboard", "read"];

    private static VerbHelp Help { get; } = new()
    {
        Holds = "The file was written to standard output.",
        Refused = "The configuration or the file is not valid, or has no gate of this kind.",
        Examples =
        [
            new("gates objectives rules > rules.yml", "Recording and alerting rules for Prometheus."),
            new("gates objectives tests --rules rules.yml > rules-test.yml", "What `promtool test rules` tries them with."),
            new("gates objectives routes", "An Alertmanager's routes by severity: page, 15min, ticket, dashboard."),
            new("gates objectives read --from slo.yml", "What OpenSLO, Sloth, Pyrra, Argo Rollouts or Flagger defined, as objectives of canary-slo."),
            new("gates objectives dashboard --release v1.2.0 > dashboard.json", "A dashboard for Grafana, marked with the release."),
        ],
    };

    public static Command Create()
    {
        var kind = new Argument<string>("KIND")
        {
            Description = "What to write: rules, tests, routes, dashboard; or read, to write what another tool defined as objectives.",
        };
        kind.AcceptOnlyFromAmong(Kinds);
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml)." };
        var rules = new Option<string>("--rules") { Description = "For tests: the name of the file with the rules (default: rules.yml)." };
        var from = new Option<string>("--from") { Description = "For read: a file of OpenSLO, Sloth, Pyrra, Argo Rollouts or Flagger." };
        var release = new Option<string>("--release") { Description = "The release that all of it belongs to, as a label and a tag." };
        var command = new Verb("objectives", "Write Prometheus rules, Alertmanager routes or a Grafana dashboard from the objectives of canary-slo.", Help)
        {
            kind, workspace, config, rules, release, from,
        };
        command.SetAction(async (parsed, token) =>
        {
            if (parsed.GetValue(kind) == "read")
            {
                var path = parsed.Text(from) ?? throw new UsageException("`gates objectives read` needs --from FILE");
                await Console.Out.WriteAsync(await ForeignAsync(path, token));
                return (int)ExitCode.Holds;
            }

            var folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory);
            var (asked, file) = (parsed.GetValue(kind)!, parsed.Text(rules) ?? "rules.yml");
            await Console.Out.WriteAsync(await WriteAsync(folder, parsed.Text(config), (asked, file, parsed.Text(release) ?? ""), token));
            return (int)ExitCode.Holds;
        });
        return command;
    }

    private static async Task<string> ForeignAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return GateCatalog.ReadObjectives(await File.ReadAllTextAsync(path, cancellationToken), path);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Say.Path(path)} cannot be read");
        }
    }

    private static async Task<string> WriteAsync(
        DirectoryInfo folder, string? config, (string Kind, string Rules, string Release) asked, CancellationToken cancellationToken)
    {
        var job = JobEnvironment.Read(Environment.GetEnvironmentVariable);
        using var workspace = await Workspace.OpenAsync(folder, job.Token, cancellationToken, job.IsActions);
        var configuration = ConfigurationLocator.Read(workspace.Tree, config);
        if (configuration.Gates.FirstOrDefault(gate => gate.Name == "canary-slo") is not { } gate)
        {
            throw new UsageException($"{Say.Path(configuration.Source)} has no gate canary-slo, whose objectives would be written; add it under `gates:`");
        }

        var plan = new PlanRequest
        {
            Tree = workspace.Tree,
            Services = new GateServices(TimeProvider.System),
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
        var problems = new Problems(gate.Source ?? configuration.Source);
        var resolved = new GateResolver(plan, problems).Resolve(gate);
        problems.ThrowIfAny();
        var origin = $"{configuration.Source}, gates {ToolVersion.Short(ToolVersion.Text)}";
        return ((IAlertedGate)resolved!.Gate).WriteAlerting(
            new AlertingRequest(asked.Kind, workspace.Tree, origin) { Rules = asked.Rules, Release = asked.Release });
    }
}
