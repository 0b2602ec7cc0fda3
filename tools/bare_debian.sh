#!/usr/bin/env bash
# Prove that Threshold sets itself up on a bare Debian: tools/bare_debian.sh [bookworm|trixie]
#
# Bootstraps a minimal Debian with Python, venv and make and nothing else, clones the committed
# project into it, and does there what the README says: `make test`, then `make run` without a
# screen, then `make run` on a virtual one, with a picture of the window as proof.
#
# Needs root, git and debootstrap (apt-get install debootstrap). How packages are reached (mirror,
# proxy, certificates, pip's settings) is taken over from this machine. The log and the pictures
# go to build/bare-debian-SUITE/. KEEP=1 keeps the bootstrapped system for a look.
set -euo pipefail

suite=${1:-bookworm}
root=$(cd "$(dirname "$0")/.." && pwd)
out="$root/build/bare-debian-$suite"
log="$out/log.txt"
bare=$(mktemp -d "${TMPDIR:-/tmp}/threshold-$suite.XXXXXX")
mkdir -p "$out"
: >"$log"

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*" | tee -a "$log"; }

clean_up() {
  code=$?
  trap - EXIT
  if mountpoint -q "$bare/proc"; then umount "$bare/proc" || umount -l "$bare/proc"; fi
  if [ "${KEEP:-0}" = 1 ]; then
    say "Kept: $bare"
  else
    rm -rf --one-file-system "$bare"
  fi
  if [ "$code" = 0 ]; then say "All steps passed."; else say "FAILED with code $code."; fi
  printf '\nThe last lines of %s:\n\n' "$log"
  tail -n 20 "$log"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# step DESCRIPTION COMMAND...: run it with its output in the log.
step() {
  say "$1"
  shift
  "$@" >>"$log" 2>&1 </dev/null
}

# inside COMMAND: run a line in the bare system, in the project's folder, with a clean environment
# but for what tells pip and apt how to reach their packages.
inside() {
  local carried=()
  while IFS= read -r variable; do
    carried+=("$variable")
  done < <(env | grep -iE '^(PIP_|https?_proxy=|no_proxy=|ssl_cert_file=|requests_ca_bundle=)' || true)
  chroot "$bare" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    "${carried[@]}" bash -c "cd /srv/threshold && $1"
}

bootstrap() {
  local mirror
  # shellcheck disable=SC2016 # apt fills it in
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
  debootstrap --variant=minbase --include=python3,python3-venv,make "$suite" "$bare" "$mirror"
}

# Settings only: files that hook programs of this machine into apt stay out.
carry_over_settings() {
  local file
  for file in /etc/apt/apt.conf.d/*; do
    if grep -qi 'acquire::' "$file" && ! grep -qi 'invoke' "$file"; then
      cp "$file" "$bare/etc/apt/apt.conf.d/"
    fi
  done
  for file in /etc/pip.conf /etc/xdg/pip /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt; do
    if [ -e "$file" ]; then
      mkdir -p "$bare$(dirname "$file")"
      cp -rL "$file" "$bare$(dirname "$file")/"
    fi
  done
}

clone() { git clone --quiet --no-hardlinks "$root" "$bare/srv/threshold"; }

# A picture of the whole virtual screen, taken as soon as something is drawn on it.
write_window_script() {
  cat >"$bare/srv/window.sh" <<'SCRIPT'
make run &
running=$!
for _ in $(seq 60); do
  sleep 1
  import -window root /srv/window.png
  [ "$(identify -format %k /srv/window.png)" -gt 8 ] && break
done
sleep 2
import -window root /srv/window.png
colours=$(identify -format %k /srv/window.png)
echo "The screen shows $colours colours."
kill -0 "$running" || { echo "The program had ended by itself."; exit 1; }
kill "$running"
[ "$colours" -gt 8 ]
SCRIPT
}

say "Bare Debian, suite $suite, commit $(git -C "$root" rev-parse --short HEAD)"
step "Bootstrapping" bootstrap
carry_over_settings
mount -t proc proc "$bare/proc"
step "Cloning the project" clone
step "make test" inside "make test"
step "make run, without a screen" inside "make run"
step "make run again, timed" inside "time make run"
step "Installing a virtual screen" inside \
  "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends xvfb xauth imagemagick"
step "A picture by the program itself" inside "QT_QPA_PLATFORM=offscreen .venv/bin/threshold screenshot -o /srv/screenshot.png"
cp "$bare/srv/screenshot.png" "$out/"
write_window_script
step "make run, on the virtual screen" inside "xvfb-run -a -s '-screen 0 1440x960x24' bash /srv/window.sh"
cp "$bare/srv/window.png" "$out/"
