using Gates.Doors.Files;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Agents;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Run;

/// <summary>With <c>--format json</c>, standard output holds one document also where there is no result; what people read goes to standard error.</summary>
internal static class RunDocumented
{
    public static async Task<int> RunAsync(Func<RunRequest> read, Func<RunRequest, Task<int>> run, Interruption interruption)
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
            var failure = Failure.From(e, interruption.IsRequested);
            await failure.SayAsync(Console.Error);
            RunDocument.Failed(failure.Message, failure.Code, ToolVersion.Text).Write(Console.Out);
            return (int)failure.Code;
        }
    }
}
