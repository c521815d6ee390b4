using Gates.Doors.Files;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Agents;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Run;

/// <summary>With <c>--format json</c>, standard output holds one document also where there is no result; what people read goes to standard error.</summary>
internal static class RunDocumented
{
    public static async Task<int> RunAsync(Func<RunRequest> read, Func<RunRequest, Task<int>> run)
    {
        var request = read();
        if (request.Format != RunFormat.Json)
        {
            return await run(request);
        }

        try
        {
            return await run(request);
        }
        catch (Exception e)
        {
            var (code, message) = e switch
            {
                UsageException => (ExitCode.Usage, e.Message),
                EvaluationException => (ExitCode.CouldNotEvaluate, e.Message),
                OperationCanceledException => (ExitCode.CouldNotEvaluate, "INTERRUPTED"),
                _ => (ExitCode.CouldNotEvaluate, $"internal error, please report it: {e.GetType().Name}: {e.Message}"),
            };
            await Console.Error.WriteLineAsync("gates: " + string.Join('\n', ErrorLines.Of(message)));
            if (JobVariables.IsJob(Environment.GetEnvironmentVariable))
            {
                await Console.Error.WriteLineAsync("::error title=Gates::" + Escape.CommandMessage(message));
            }

            RunDocument.Failed(message, code, ToolVersion.Text).Write(Console.Out);
            return (int)code;
        }
    }
}
