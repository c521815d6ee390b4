using Gates.Doors.Files;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Processes;
using Gates.Doors.Workers;

namespace Gates.Runner;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [PolicyWorkerHost.Command])
        {
            ProcessSecrets.Hide();
            if (LoginQuestion.IsAsked(args))
            {
                await using var answer = Console.OpenStandardOutput();
                return LoginQuestion.Answer(args[0], answer);
            }

            try
            {
                return await GatesCommand.RunAsync(args);
            }
            finally
            {
                TemporaryFolders.DeleteAll();
            }
        }

        ParentWatch.Start();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        return PolicyWorkerHost.Run(input, output);
    }
}
