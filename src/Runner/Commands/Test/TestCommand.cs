using System.CommandLine;
using Gates.Doors.Workers;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Test;

/// <summary><c>gates test</c>: the cases of policies.</summary>
internal static class TestCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "Every case passed.",
        Fails = "A case failed.",
        Variables = [Variable.NoColor, Variable.Term],
        Examples =
        [
            new("gates test policies", "Run the cases of all policies once."),
            new("gates test policies/no-latest-tags --watch", "Again after every change."),
        ],
    };

    public static Command Create()
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A policy, or a folder of policies (default: every policy below this folder).",
            DefaultValueFactory = _ => "."
        };
        var watch = new Option<bool>("--watch") { Description = "Run again after every change, until Ctrl-C." };
        var require = new Option<bool>("--require-tests") { Description = "A policy fails that has no case with findings, or none without." };
        var coverage = new Option<bool>("--coverage") { Description = "Show which lines of each policy never ran." };
        var junit = new Option<string>("--junit") { Description = "Write the results to this file as JUnit XML." };
        var filter = new Option<string>("--filter") { Description = "Only cases whose path contains this text." };
        var types = new Option<bool>("--types")
        {
            Description = "Check types too, with the repository's own TypeScript (5.8 or later, on Node.js), else the one on the path."
        };
        var command = new Verb("test", "Run the cases of policies.", Help) { folder, watch, require, coverage, types, junit, filter };
        command.SetAction((parsed, token) => RunAsync(
            new TestRequest
            {
                Root = new DirectoryInfo(Environment.CurrentDirectory),
                Folder = parsed.GetValue(folder) is { Length: > 0 } given ? given : ".",
                Filter = parsed.GetValue(filter) is { Length: > 0 } text ? text : null,
                RequireTests = parsed.GetValue(require),
                Types = parsed.GetValue(types),
            },
            new Ways(parsed.GetValue(watch), parsed.GetValue(coverage), parsed.GetValue(junit)),
            token));
        return command;
    }

    private static async Task<int> RunAsync(TestRequest request, Ways ways, CancellationToken cancellationToken)
    {
        await using var session = new TestSession(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System);
        var printer = new TestPrinter(Console.Out, Terminal.Style(Environment.GetEnvironmentVariable), ways.Coverage);
        if (!ways.Watch)
        {
            return (int)await OnceAsync(cancellationToken);
        }

        var changes = new Changes(TimeProvider.System);
        using var files = new FileChanges(new DirectoryInfo(Path.GetFullPath(request.Folder, request.Root.FullName)), changes);
        await WatchLoop.RunAsync(OnceAsync, changes, message => Console.Out.WriteLine("\n" + string.Join('\n', ErrorLines.Of(message))), cancellationToken);
        return (int)ExitCode.Holds;

        async Task<ExitCode> OnceAsync(CancellationToken token)
        {
            var report = await session.RunAsync(request, token);
            printer.Print(report);
            if (ways.JUnit is { Length: > 0 } file)
            {
                WriteJUnit(report, file);
            }

            return report.ExitCode;
        }
    }

    private static void WriteJUnit(TestReport report, string file)
    {
        try
        {
            using var stream = File.Create(file);
            TestJUnit.Write(report, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--junit {file}: cannot be written: {e.Message}");
        }
    }

    private sealed record Ways(bool Watch, bool Coverage, string? JUnit);
}
