namespace Gates.BuiltIn.HermeticBuild.Tools;

/// <summary>Options that take the next word, by program: so a value is taken neither for the verb nor for a package.</summary>
internal static class ProgramOptions
{
    private static readonly string[] None = [];

    private static readonly Dictionary<string, string[]> Valued = ByProgram(
        ("pip pip3 pipx", "-r --requirement -c --constraint -e --editable -i --index-url --extra-index-url -t --target -f --find-links --trusted-host " +
            "--prefix --root --python --timeout --cache-dir --progress-bar --no-binary --only-binary --platform --retries --proxy --upgrade-strategy --log " +
            "--cert --client-cert --config-settings --global-option --src --implementation --abi --python-version -d --dest -w --wheel-dir --index " +
            "--suffix --pip-args --preinstall --backend --default-index"),
        ("uv uvx", "--directory --project --python -p --index-url --extra-index-url --index --default-index --with --with-requirements --cache-dir " +
            "--config-file " +
            "--find-links -f --color --extra --group --from -c --constraint --constraints"),
        ("poetry pdm pipenv", "-C --directory -P --project -p -E --extras -G --group --with --without --only --source -e --python --requirements -r"),
        ("conda mamba micromamba pixi", "-n --name -p --prefix -c --channel -f --file --solver --platform --manifest-path --environment -e --feature"),
        ("npm npx", "--prefix --registry --workspace -w --cache --omit --include --tag -C --loglevel -c --call -p --package --userconfig " +
            "--fetch-retries --install-strategy"),
        ("pnpm", "--dir -C --filter -F --registry --package --loglevel --reporter --store-dir"),
        ("yarn", "--cwd --registry -p --package --cache-folder --modules-folder --network-timeout --mode --mutex --network-concurrency"),
        ("bun bunx", "--cwd --registry -p --package --config -c --backend"),
        ("deno", "-c --config --import-map --lock -n --name -o --output --root -L --log-level --cert"),
        ("go", "-C -ldflags -gcflags -asmflags -tags -mod -o -exec -overlay -modfile -p"),
        ("cargo", "--root --git --path --features -F --registry --index --target --profile --bin -j --jobs --version --vers --rev --tag --branch " +
            "--manifest-path --config -Z --color -C -p --package --test --example --target-dir"),
        ("gem", "-i --install-dir -n --bindir -s --source -P --platform -g --file -v --version"),
        ("bundle", "--gemfile --path --jobs -j --without --with --retry --binstubs"),
        ("dotnet", "--tool-path --add-source --configfile --framework -f --tool-manifest --source -s -a --arch --version -c --configuration -o " +
            "--output -r --runtime " +
            "-v --verbosity --lock-file-path --from-rollback-file"),
        ("composer", "-d --working-dir --apcu-autoloader-prefix"),
        ("cpanm cpan", "-l --local-lib -L --local-lib-contained --mirror --cpanfile -M --from"),
        ("apt-get apt aptitude", "-t --target-release --default-release -o --option -c --config-file -a --host-architecture -P --build-profiles"),
        ("apk", "-t --virtual -X --repository -p --root --arch --keys-dir --repositories-file --cache-dir --cache-max-age --wait --timeout --progress-fd"),
        ("dnf dnf5 yum microdnf tdnf zypper", "--repo --repoid --installroot --releasever --setopt -c --config --enablerepo --disablerepo --exclude -x -R -e " +
            "--errorlevel -d --debuglevel --advisory --comment --forcearch --from --type"),
        ("pacman", "-b --dbpath -r --root --config --cachedir --gpgdir --arch --ignore --overwrite --color"),
        ("choco", "--version -s --source --params --package-parameters --ia --installargs -i --timeout --execution-timeout -u --user -p --password"),
        ("winget", "--version -v --source -s --id --name --moniker -a --architecture --scope --location -l --override --locale --installer-type"),
        ("scoop", "-a --arch"),
        ("snap", "--revision --channel --cohort"),
        ("brew", "--appdir --cc --env"),
        ("nix nix-env nix-shell nix-build nix-channel", "-I -f --file -p --packages -A --attr --profile --command -c --run --option --override-input " +
            "--inputs-from --store -j"),
        ("helm", "--version --repo -n --namespace -f --values --set --set-string --set-file -d --destination --timeout --username --password --kube-context " +
            "--kubeconfig --registry-config --repository-config --repository-cache --ca-file --cert-file --key-file --output -o --post-renderer --untardir"),
        ("gh", "-R --repo -p --pattern -D --dir -O --output -A --archive --pin --hostname"),
        ("ansible-galaxy", "-p --roles-path --collections-path -s --server -r --role-file --requirements-file"),
        ("git", "-C -c --git-dir --work-tree --namespace -b --branch --depth --config -o --origin -j --jobs --filter --reference --shallow-since " +
            "--shallow-exclude --revision --template -u --upload-pack --separate-git-dir --exec-path --bundle-uri"),
        ("hg", "-R --repository --cwd --config -r --rev -b --branch -u --updaterev -e --ssh"),
        ("docker podman nerdctl", "-H --host -c --context --config -l --log-level --tlscacert --tlscert --tlskey --url --connection --identity --root " +
            "--runroot " +
            "--storage-driver --storage-opt --builder -f --file -t --tag --build-arg --target --platform --network --net --add-host --allow --annotation " +
            "--attest --build-context --cache-from --cache-to --cgroup-parent --iidfile --label --metadata-file --no-cache-filter -o --output --progress " +
            "--secret --shm-size --ssh --ulimit -m --memory --cpuset-cpus --cpu-quota --isolation --security-opt --set -p --project-name --profile " +
            "--env-file --project-directory --parallel --ansi --scale --namespace -n --address -a -v --volume --annotations --authfile --cert-dir --format " +
            "--ignorefile --jobs --manifest --volume-driver --variant --os --arch --timeout --wait-timeout --pull-policy -e --env --name"),
        ("docker-compose podman-compose", "-f --file -p --project-name --profile --env-file --project-directory --parallel --ansi --build-arg -m " +
            "--memory --ssh --scale " +
            "-t --timeout -H --host -c --context --progress --builder --wait-timeout"),
        ("buildah", "-f --file -t --tag --build-arg --network --target --platform --root --runroot --storage-driver --storage-opt --log-level " +
            "--authfile --label " +
            "--format --isolation --jobs --arch --os -v --volume --secret --ssh --build-context"),
        ("gradle gradlew", "-p --project-dir -b --build-file -g --gradle-user-home -I --init-script -x --exclude-task --dependency-verification -M " +
            "--write-verification-metadata " +
            "-c --settings-file --console --priority --max-workers -F --project-cache-dir --include-build"),
        ("mvn mvnw", "-f --file -s --settings -gs -P --activate-profiles -pl --projects -T --threads -l --log-file -t --toolchains -b --builder -rf"),
        ("terraform tofu", "-lockfile"),
        ("rustup", "--profile -c --component -t --target --toolchain --default-toolchain"),
        ("nvm fnm volta pyenv rbenv asdf mise n sdk", "-C --cd --arch --version-file-strategy --log-level --node-dist-mirror"));

    // Options that name the folder a program works in, as far as lock files are concerned.
    private static readonly Dictionary<string, string[]> FolderNames = ByProgram(
        ("npm", "--prefix -C"), ("pnpm", "--dir -C"), ("yarn bun", "--cwd"), ("uv", "--directory --project"), ("poetry", "-C --directory -P --project"),
        ("pdm", "-p --project"), ("composer", "-d --working-dir"), ("go cargo", "-C"), ("terraform tofu", "-chdir"),
        ("docker-compose docker", "--project-directory"));

    public static string[] Of(string program) => Valued.GetValueOrDefault(program, None);

    public static string[] FoldersOf(string program) => FolderNames.GetValueOrDefault(program, None);

    private static Dictionary<string, string[]> ByProgram(params (string Programs, string Options)[] rows) => rows
        .SelectMany(row => row.Programs.Split(' ').Select(program => (program, Options: row.Options.Split(' '))))
        .ToDictionary(pair => pair.program, pair => pair.Options, StringComparer.Ordinal);
}
