<?php
// Pretty addresses for `php -S`: files as they are, everything else to WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?? '/');
if (strpos($path, '..') !== false) {
    http_response_code(400);
    return;
}
$folder = rtrim($root . $path, '/');
if (strpos($path, '/wp-admin') === 0 && is_dir($folder) && is_file("$folder/index.php")) {
    if (substr($path, -1) !== '/') {
        header("Location: $path/", true, 301);
        return;
    }
    $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path . 'index.php';
    chdir($folder);
    require "$folder/index.php";
    return;
}
if ($path !== '/' && is_file($root . $path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = "$root/index.php";
chdir($root);
require "$root/index.php";
