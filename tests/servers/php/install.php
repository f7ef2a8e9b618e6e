<?php
// php install.php DOCROOT OUT.json ZONE THEME: install the site, and an account of every role.
[, $doc, $out, $zone, $theme] = $argv;
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require "$doc/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if (!is_blog_installed()) {
    wp_install('The Tide', 'admin', 'admin@example.test', true, '', 'admin-login-password');
}
$options = ['timezone_string' => $zone, 'gmt_offset' => '', 'comments_notify' => '0',
    'moderation_notify' => '0', 'permalink_structure' => '/%year%/%monthnum%/%postname%/'];
foreach ($options as $name => $value) {
    update_option($name, $value);
}
switch_theme($theme);
flush_rewrite_rules(false);
$accounts = [];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author',
    'contributor' => 'contributor', 'subscriber' => 'subscriber'] as $login => $role) {
    $user = get_user_by('login', $login);
    if (!$user) {
        $user = get_user_by('id', wp_insert_user(['user_login' => $login, 'role' => $role,
            'user_pass' => "$login-login-password", 'user_email' => "$login@example.test"]));
    }
    [$password] = WP_Application_Passwords::create_new_application_password(
        $user->ID, ['name' => 'editor-app', 'app_id' => '']);
    $accounts[$login] = WP_Application_Passwords::chunk_password($password);
}
global $wp_version;
file_put_contents($out, json_encode(['version' => $wp_version, 'accounts' => $accounts]));
